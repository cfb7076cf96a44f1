/** The records that changed within a window of time, in the order in which the resource can be read safely. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { isFew } from '../../intercom/is-few.ts';
import { and, atLeast, filter, type Query } from '../../intercom/query.ts';
import { countOf } from '../../intercom/search.ts';
import { timeOf } from '../time-of.ts';
import { ascend } from './ascending.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { Look, lookAgain } from './look-again.ts';
import { createOrder, outOfOrder } from './order.ts';
import { followChain } from './page-chain.ts';
import { createPace } from './page-size.ts';
import { type SearchItem, type SearchResource, searchOf } from './resource.ts';
import { Window } from './window.ts';

export interface Changes {
  /** Epoch seconds of `updated_at`, included. */
  readonly from: number;
  /** Epoch seconds of `updated_at`, not included. */
  readonly below: number;
  /** More filters. */
  readonly where: readonly Query[];
}

export interface Passage<T> {
  readonly items: readonly T[];
  /** Every change before this moment, in epoch seconds, was read; undefined where that is known only at the end. */
  readonly reached?: number;
}

/** Yields at least the records of the window: oldest first where the search is exact, else newest first. */
export function changedBetween<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  changes: Changes,
): AsyncGenerator<Passage<T>> {
  return resource.precision === 'days' ? newestFirst(run, resource, changes) : oldestFirst(run, resource, changes);
}

/**
 * Asks by value as long as Intercom heeds the order. Where fewer records came than were counted at first, and the count of
 * stable records says so too, the window is read once more, page by page.
 */
async function* oldestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { from, below, where }: Changes,
): AsyncGenerator<Passage<T>> {
  const settledBelow = below - run.context.settings.overlap;
  const bounded = [filter('updated_at', '<', below), ...where];
  const ascent = () =>
    ({
      field: 'updated_at',
      window: new Window([from, Number.POSITIVE_INFINITY]),
      settledBelow,
      where: bounded,
    }) as const;
  const settled = and(atLeast('updated_at', from), filter('updated_at', '<', settledBelow), ...where);
  const lacking = async (walked: number) => {
    const count = from < settledBelow ? await countOf(run.context.client, run, resource.path, settled) : 0;
    return { missing: Math.max(0, count - walked), exist: count };
  };
  let expected: number | undefined;
  let walked = 0;
  for await (const { items, reached, total } of ascend<T>(run, resource, ascent())) {
    expected ??= total;
    walked += items.length;
    yield { items, reached };
  }
  if (walked >= (expected ?? 0) || (await lacking(walked)).missing === 0) return;
  run.log('WARN', `${resource.name}: fewer records came than Intercom counts, so the search is followed page by page.`);
  walked = 0;
  for await (const { items } of ascend<T>(run, resource, { ...ascent(), chainAlone: true })) {
    walked += items.length;
    yield { items };
  }
  const found = await lacking(walked);
  const { missing, exist } = found;
  if (missing === 0) return;
  if (!isFew(found)) {
    throw new TransientError(
      `${resource.name}: ${missing} of the ${exist} changes that Intercom counts did not come in two looks: try again later.`,
    );
  }
  run.on({ type: 'note', reason: 'records that Intercom counts and does not show, in two looks', count: missing });
}

/**
 * For contacts: newest first down to `from`, page by page, so that the cost of an hourly sync follows the changes of the
 * hour, and not of the whole day.
 */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { from, below, where }: Changes,
): AsyncGenerator<Passage<T>> {
  const query = and(
    filter('updated_at', '>', from - DAY_MARGIN),
    filter('updated_at', '<', below + DAY_MARGIN),
    ...where,
  );
  const pace = createPace(resource.name);
  const sort = { field: 'updated_at', order: 'descending' } as const;
  const ask = () => followChain<T>(run, { ...searchOf(resource), sort, query }, pace);
  const order = createOrder('updated_at', 'descending', below - run.context.settings.overlap);
  const look = new Look();
  let inOrder = true;
  let old = 0;
  let chain = ask();
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      look.move();
      chain = ask();
      old = 0;
      continue;
    }
    look.fresh(page);
    if (inOrder && !order.follows(page.items)) {
      inOrder = false;
      run.log('WARN', outOfOrder(resource.name, 'updated_at'));
    }
    yield { items: page.items };
    // One old record alone may be out of its cursor: the next page tells.
    old += page.items.filter((item) => timeOf(item, 'updated_at') < from).length;
    if (inOrder && old > 1) return;
  }
  if (!inOrder) for await (const items of lookAgain(run, resource.name, { follow: ask, look })) yield { items };
}
