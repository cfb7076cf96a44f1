/** Compares the number of records of a backfill with Intercom's count at its end. */
import type { IntercomRun } from '../../config/context.ts';
import { and, atLeast, filter, type Query } from '../../intercom/query.ts';
import { countOf } from '../../intercom/search.ts';
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
  private readonly within: number;
  private count = 0;
  private agreed = 0;
  private total: number | undefined;

  /** `t0`: when the backfill began, in epoch seconds. Where a search compares by calendar day, records of the last two days are not stable. */
  constructor(run: IntercomRun, { precision }: Pick<SearchResource<never>, 'precision'>, t0: number) {
    this.within = t0 - run.context.settings.overlap;
    this.below = this.within - (precision === 'days' ? DAY_MARGIN : 0);
  }

  /** `items`: each once. `total`: how many Intercom counted from here to the end. */
  add(items: readonly SearchItem[], total: number): void {
    this.total ??= total;
    for (const item of items) if (!(timeOf(item, 'created_at') > this.within)) this.count += 1;
  }

  /** `count` records were counted and not shown, in two looks. */
  agree(count: number): void {
    this.agreed += count;
  }

  /**
   * How many records are missing: every stable record that Intercom counts now must have been passed. Counts a second time
   * before it believes the first count. `where`: the filters of the backfill; `from`: `created_at` at which it began.
   */
  async missing(
    run: IntercomRun,
    { path }: { readonly path: string },
    where: readonly Query[],
    from = 0,
  ): Promise<Missing> {
    const settled = [filter('created_at', '<', this.below), filter('updated_at', '<', this.below)];
    const query = and(...where, ...settled, ...(from > 0 ? [atLeast('created_at', from)] : []));
    const ask = () => countOf(run.context.client, run, path, query);
    let exist = await ask();
    if (exist > this.count) exist = await ask();
    run.on({ type: 'total', count: this.total ?? 0 });
    return { missing: Math.max(0, exist - this.count), exist, agreed: this.agreed };
  }
}
