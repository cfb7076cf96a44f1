/** What changed within a window of time, in the order in which a resource can be asked for it safely. */
import type { IntercomRun } from '../intercom/intercom.ts';
import { and, filter, type Query } from '../intercom/query.ts';
import { ascend } from './ascend.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { followChain } from './chain.ts';
import { createPace } from './pace.ts';
import { type SearchItem, type SearchResource, searchOf } from './search-resource.ts';

export interface Window {
  /** Epoch seconds of `updated_at`, included. */
  readonly from: number;
  /** Epoch seconds of `updated_at`, not included. */
  readonly below: number;
  /** What else must hold. */
  readonly where: readonly Query[];
}

export interface Passage<T> {
  readonly items: readonly T[];
  /** Everything changed before this moment was walked; undefined where that cannot be said before the end. */
  readonly reached?: number;
}

/** Yields at least what lies in the window: oldest first where the search is exact, else newest first. */
export function changedBetween<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  window: Window,
): AsyncGenerator<Passage<T>> {
  return resource.timesAre === 'days' ? newestFirst(run, resource, window) : oldestFirst(run, resource, window);
}

function oldestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { from, below, where }: Window,
): AsyncGenerator<Passage<T>> {
  const settledBelow = below - run.context.settings.overlap;
  const bounded = [filter('updated_at', '<', below), ...where];
  return ascend<T>(run, resource, { field: 'updated_at', from, settledBelow, where: bounded });
}

/**
 * For contacts: newest first down to `from`, in one chain, so that an hourly sync costs what changed and not what
 * happened since midnight.
 */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { from, below, where }: Window,
): AsyncGenerator<Passage<T>> {
  const query = and(
    filter('updated_at', '>', from - DAY_MARGIN),
    filter('updated_at', '<', below + DAY_MARGIN),
    ...where,
  );
  const pace = createPace(resource.name);
  const sort = { field: 'updated_at', order: 'descending' } as const;
  const ask = () => followChain<T>(run, { ...searchOf(resource, run), sort, query }, pace);
  let chain = ask();
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = ask();
      continue;
    }
    yield { items: page.items };
    if (page.items.some((item) => item.updated_at < from)) return;
  }
}
