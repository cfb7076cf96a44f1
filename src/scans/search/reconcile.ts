/** Compares the number of records of a backfill with Intercom's count at its end. */
import type { IntercomRun } from '../../config/context.ts';
import { and, atLeast, filter, type Query } from '../../intercom/query.ts';
import { countOf } from '../../intercom/search.ts';
import { type Range, type Ranges, within } from '../cursors/ranges.ts';
import { timeOf } from '../time-of.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import type { SearchItem, SearchResource } from './resource.ts';

export interface Missing {
  readonly missing: number;
  /** How many stable records Intercom counts. */
  readonly exist: number;
  /** How many records Intercom counted and did not show in two looks. */
  readonly agreed: number;
}

/** Counts the records that were already stable when the backfill began: indexed long before, so that the search must show every one. */
export class Passed {
  /** Epoch seconds. A record that was created and last changed before is stable. */
  readonly below: number;
  /** Epoch seconds. A search by calendar day may count records up to here as created before `below`. */
  private readonly countedBelow: number;
  /** How far, in seconds, a query may find records beyond the range that it asks for. */
  private readonly margin: number;
  private count = 0;
  private agreed = 0;

  /** `t0`: when the backfill began, in epoch seconds. Where a search compares by calendar day, records of the last two days are not stable. */
  constructor(run: IntercomRun, { precision }: Pick<SearchResource<never>, 'precision'>, t0: number) {
    this.margin = precision === 'days' ? DAY_MARGIN : 0;
    this.countedBelow = t0 - run.context.settings.overlap;
    this.below = this.countedBelow - this.margin;
  }

  /** `items`: each once. */
  add(items: readonly SearchItem[]): void {
    for (const item of items) if (!(timeOf(item, 'created_at') > this.countedBelow)) this.count += 1;
  }

  /** `count` records were counted and not shown, in two looks. */
  agree(count: number): void {
    this.agreed += count;
  }

  /**
   * How many records are missing: every stable record that Intercom counts now must have been passed. Counts a second time
   * before it believes the first count. `where`: the filters of the backfill; `ranges`: those of `created_at` that it read.
   */
  async missing(
    run: IntercomRun,
    { path }: { readonly path: string },
    where: readonly Query[],
    ranges: Ranges,
  ): Promise<Missing> {
    const queries = this.stable(ranges).map(([from, below]) => {
      const settled = [filter('created_at', '<', below), filter('updated_at', '<', this.below)];
      return and(...where, ...settled, ...(from > 0 ? [atLeast('created_at', from)] : []));
    });
    const ask = async () => {
      const counts = await Promise.all(queries.map((query) => countOf(run.context.client, run, path, query)));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    let exist = await ask();
    if (exist > this.count) exist = await ask();
    return { missing: Math.max(0, exist - this.count), exist, agreed: this.agreed };
  }

  /** The parts of ranges in which a query finds only records of that range that are stable. */
  private stable(ranges: Ranges): Ranges {
    const inner = ranges.map(([from, below]): Range => [from > 0 ? from + this.margin : 0, below - this.margin]);
    return within(inner, [0, this.below]);
  }
}
