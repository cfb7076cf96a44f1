/** Reads a search in descending order of `created_at`, page by page. */
import type { IntercomRun } from '../../config/context.ts';
import type { Query } from '../../intercom/query.ts';
import { timeOf } from '../time-of.ts';
import { createOrder, outOfOrder } from './order.ts';
import { followChain } from './page-chain.ts';
import { createPace } from './page-size.ts';
import { type SearchItem, type SearchResource, searchOf } from './resource.ts';

export interface Descent<T> {
  readonly items: readonly T[];
  /** How many records Intercom counts in the chain. */
  readonly total: number;
  /** How many of them it did not show in two looks at this page. */
  readonly agreed: number;
  /** Every record created after this moment, in epoch seconds, was read; infinite as long as none was. */
  readonly at: number;
}

/**
 * Yields the records created at `begin` or before, newest first. Where Intercom does not heed the order, they come in any
 * order and `at` stays. `ask` makes the query for records created before a moment, or a little later.
 */
export async function* descend<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  begin: number,
  ask: (before: number) => Query,
): AsyncGenerator<Descent<T>> {
  const pace = createPace(resource.name);
  const sort = { field: 'created_at', order: 'descending' } as const;
  const follow = (before: number) =>
    followChain<T>(run, { ...searchOf(resource, run), sort, query: ask(before) }, pace);
  const order = createOrder('created_at', 'descending', Number.POSITIVE_INFINITY);
  let at = begin;
  /** Ids of the records created at `at`, or of all records since the order was lost. */
  let came = new Set<string>();
  let inOrder = true;
  let chain = follow(at);
  let agreed = 0;
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = follow(at);
      agreed = 0;
      continue;
    }
    const items = page.items.filter((item) => !(timeOf(item, 'created_at') > at) && !came.has(item.id));
    if (inOrder && !order.follows(page.items)) {
      inOrder = false;
      run.log('WARN', outOfOrder(resource.name, 'created_at'));
    }
    const last = timeOf(page.items.at(-1) ?? {}, 'created_at');
    if (inOrder && last < at) {
      at = last;
      came = new Set();
    }
    for (const item of items) if (!inOrder || timeOf(item, 'created_at') === at) came.add(item.id);
    yield { items, total: page.totalCount, agreed: chain.agreed - agreed, at };
    agreed = chain.agreed;
  }
}
