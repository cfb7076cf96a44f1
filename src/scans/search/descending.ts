/** Reads a window of a search in descending order of `created_at`, page by page. */
import type { IntercomRun } from '../../config/context.ts';
import { and, filter, type Query } from '../../intercom/query.ts';
import { timeOf } from '../time-of.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { Look, lookAgain } from './look-again.ts';
import { createOrder, outOfOrder } from './order.ts';
import { followChain } from './page-chain.ts';
import { createPace } from './page-size.ts';
import { type SearchItem, type SearchResource, searchOf } from './resource.ts';
import type { Window } from './window.ts';

export interface Descent<T> {
  readonly items: readonly T[];
  /** How many of the counted records Intercom did not show in two looks at this page. */
  readonly agreed: number;
  /** Every record of the window created after this moment, in epoch seconds, was read; infinite as long as none was. */
  readonly at: number;
}

export interface Descending {
  /** The range of `created_at` to read. Its beginning may move while it is read. */
  readonly window: Window;
  /** More filters. */
  readonly where: readonly Query[];
}

/**
 * Yields the records of the window, newest first. The search compares by calendar day, so the query has a margin on both
 * sides. Where Intercom does not heed the order, the records come in any order and `at` stays.
 */
export async function* descend<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { window, where }: Descending,
): AsyncGenerator<Descent<T>> {
  const pace = createPace(resource.name);
  const sort = { field: 'created_at', order: 'descending' } as const;
  let splits = 0;
  const follow = (before: number) => {
    splits = window.splits;
    const begin = window.from > 0 ? [filter('created_at', '>', window.from - DAY_MARGIN)] : [];
    const end = Number.isFinite(before) ? [filter('created_at', '<', before + DAY_MARGIN)] : [];
    return followChain<T>(run, { ...searchOf(resource), sort, query: and(...where, ...begin, ...end) }, pace);
  };
  const order = createOrder('created_at', 'descending', Number.POSITIVE_INFINITY);
  let at = window.below - 1;
  /** Ids of the records created at `at`, or of all records since the order was lost. */
  let came = new Set<string>();
  let shared: readonly T[] = [];
  const isOutside = (time: number) => time > at || time < window.from;
  let inOrder = true;
  let look = new Look();
  let chain = follow(at);
  let agreed = 0;
  let passed = 0;
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      look.move();
      chain = follow(at);
      agreed = 0;
      passed = 0;
      continue;
    }
    passed += page.items.length;
    look.fresh(page);
    const items = page.items.filter((item) => !isOutside(timeOf(item, 'created_at')) && !came.has(item.id));
    if (inOrder && !order.follows(page.items)) {
      inOrder = false;
      run.log('WARN', outOfOrder(resource.name, 'created_at'));
    }
    window.counts(page.totalCount, { left: inOrder ? page.totalCount - passed : 0, splits });
    const last = timeOf(page.items.at(-1) ?? {}, 'created_at');
    if (inOrder && last < at) {
      at = Math.max(last, window.from);
      window.below = at + 1;
      came = new Set();
      look = new Look();
    }
    for (const item of items) if (!inOrder || timeOf(item, 'created_at') === at) came.add(item.id);
    // A state names whole seconds only: the records of the last second wait for the next page.
    const all = [...shared, ...items];
    shared = inOrder ? all.filter((item) => timeOf(item, 'created_at') === at) : [];
    yield {
      items: inOrder ? all.filter((item) => timeOf(item, 'created_at') !== at) : all,
      agreed: chain.agreed - agreed,
      at,
    };
    agreed = chain.agreed;
    if (inOrder && last < window.from) break;
  }
  if (!inOrder) {
    for await (const items of lookAgain(run, resource.name, { follow: () => follow(at), look })) {
      const lacked = items.filter((item) => !isOutside(timeOf(item, 'created_at')) && !came.has(item.id));
      yield { items: lacked, agreed: 0, at };
    }
  }
  if (shared.length > 0) yield { items: shared, agreed: 0, at: window.from - 1 };
}
