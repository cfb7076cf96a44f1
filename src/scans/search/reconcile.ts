/** Holds what a backfill brought against what Intercom counts when it is over. */
import type { IntercomRun } from '../../config/context.ts';
import { and, atLeast, filter, type Query } from '../../intercom/query.ts';
import { countOf } from '../../intercom/search.ts';
import { timeOf } from '../time-of.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import type { SearchItem, SearchResource } from './resource.ts';

export interface Missing {
  readonly missing: number;
  /** How many settled records Intercom counts. */
  readonly exist: number;
  /** How many records two looks agree that Intercom counts and does not show. */
  readonly agreed: number;
}

/** What a backfill went past of that which was settled when it began: indexed for long, and every bit of it to be seen. */
export class Passed {
  /** Epoch seconds: what was made and last changed before is settled. */
  readonly below: number;
  /** Epoch seconds: what may be meant by "made before that" where a search goes by days. */
  private readonly within: number;
  private count = 0;
  private agreed = 0;
  private total: number | undefined;

  /** `t0`: when the backfill began. Where a search goes by days, the last two are not settled. */
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
   * How many are missing: what Intercom counts now that has not changed since it was settled must all have been passed.
   * Counted a second time before it is believed. `where`: what the backfill asked for; `from`: `created_at` at which it began.
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
