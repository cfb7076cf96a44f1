/** What changed since a stream's cursor: by `updated_at`, up to the moment at which the phase began. */
import type { IntercomRun } from '../intercom/intercom.ts';
import { and, filter } from '../intercom/query.ts';
import { ascend } from './ascend.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { followChain } from './chain.ts';
import { createPace } from './pace.ts';
import type { SearchPlace } from './search-place.ts';
import type { SearchItem, SearchResource } from './search-resource.ts';

const DAY = 24 * 60 * 60;

/** Yields at least what changed since the cursor of one of `places`, and moves each of them on. */
export async function* changes<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource,
  places: readonly SearchPlace[],
): AsyncGenerator<readonly T[]> {
  if (places.length === 0) return;
  const t0 = await run.context.client.serverTime(run);
  const from = Math.min(...places.map((place) => place.enterChanges(t0)));
  if (from - t0 > DAY) {
    run.log(
      'WARN',
      `${resource.name}: the saved state lies more than a day in the future, so nothing is read; reset it to read again.`,
    );
  }
  if (from < t0) {
    yield* resource.timesAre === 'days'
      ? newestFirst<T>(run, resource, from, t0)
      : oldestFirst<T>(run, resource, places, from, t0);
  }
  for (const place of places) place.endChanges();
  yield [];
}

async function* oldestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource,
  places: readonly SearchPlace[],
  from: number,
  t0: number,
): AsyncGenerator<readonly T[]> {
  const settledBelow = t0 - run.context.settings.overlap;
  const where = [filter('updated_at', '<', t0)];
  for await (const { items, reached } of ascend<T>(run, resource, { field: 'updated_at', from, settledBelow, where })) {
    for (const place of places) place.passChanges(reached);
    yield items;
  }
}

/**
 * For contacts: newest first down to `from`, in one chain, so that an hourly sync costs what changed and not what
 * happened since midnight. Nothing is saved as passed before its end; the memory silences what comes again.
 */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource,
  from: number,
  t0: number,
): AsyncGenerator<readonly T[]> {
  const query = and(filter('updated_at', '>', from - DAY_MARGIN), filter('updated_at', '<', t0 + DAY_MARGIN));
  const pace = createPace(resource.name);
  const sort = { field: 'updated_at', order: 'descending' } as const;
  const ask = () => followChain<T>(run, { ...resource, sort, query }, pace);
  let chain = ask();
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = ask();
      continue;
    }
    yield page.items;
    if (page.items.some((item) => item.updated_at < from)) return;
  }
}
