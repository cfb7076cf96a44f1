/** The first pass over a resource: by `created_at`, an order that no update disturbs. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../intercom/intercom.ts';
import { and, filter, type Query } from '../intercom/query.ts';
import { ascend } from './ascend.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { followChain } from './chain.ts';
import { createPace } from './pace.ts';
import { Passed } from './reconcile.ts';
import type { SearchPlace } from './search-place.ts';
import { type SearchItem, type SearchResource, searchOf, swallowedBy } from './search-resource.ts';
import { pushed, select } from './selection.ts';
import type { Tombstone } from './tombstone.ts';

/** Yields what at least one of `places` has not passed yet, and moves each of them on. */
export async function* backfill<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  places: readonly SearchPlace[],
): AsyncGenerator<readonly (T | Tombstone)[]> {
  if (places.length === 0) return;
  const t0 = await run.context.client.serverTime(run);
  const criteria = resource.criteria?.(run.context.settings) ?? [];
  const listed = resource.listed?.(run);
  if (listed) {
    for (const place of places) place.enterBackfill(t0, () => true);
    for await (const items of listed) yield await select(items, criteria, run);
  } else {
    const { where, rest } = pushed(criteria);
    const passed = new Passed(run, resource, t0);
    const ordered = resource.timesAre === 'days' ? newestFirst : oldestFirst;
    for await (const items of ordered(run, resource, places, { t0, where, passed })) {
      yield await select(items, rest, run);
      const gone = swallowedBy(items, resource, run);
      if (gone.length > 0) yield gone;
    }
  }
  for (const place of places) place.endBackfill();
  yield [];
}

interface Beginning {
  readonly t0: number;
  /** The filters. */
  readonly where: readonly Query[];
  readonly passed: Passed;
}

async function* oldestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  places: readonly SearchPlace[],
  { t0, where: filters, passed }: Beginning,
): AsyncGenerator<readonly T[]> {
  const { startDate } = run.context.settings;
  const from = Math.min(...places.map((place) => place.backfillAt ?? 0));
  for (const place of places) {
    const { backfillAt } = place;
    place.enterBackfill(t0, (createdAt) => createdAt >= (backfillAt ?? 0));
  }
  const where = [filter('updated_at', '>', startDate - 1), ...filters];
  const settledBelow = Number.POSITIVE_INFINITY;
  for await (const { items, reached, total } of ascend<T>(run, resource, {
    field: 'created_at',
    from,
    settledBelow,
    where,
  })) {
    for (const place of places) place.passBackfill(reached);
    passed.add(items, total);
    yield items;
  }
  yield* complain(run, resource, places, await passed.missing(run, resource, where, from));
}

/**
 * For contacts, whose search knows only calendar days: one chain, newest first, so that what is created meanwhile
 * cannot hide a deletion. Asked wider by the margin, and cut exactly here.
 */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  places: readonly SearchPlace[],
  { t0, where, passed }: Beginning,
): AsyncGenerator<readonly T[]> {
  const { startDate } = run.context.settings;
  const starts = places.map((place) => place.backfillAt ?? Number.POSITIVE_INFINITY);
  for (const [index, place] of places.entries()) {
    const start = starts[index] ?? Number.POSITIVE_INFINITY;
    place.enterBackfill(t0, (createdAt) => createdAt <= start);
  }
  const fixed: Query[] = [filter('updated_at', '>', startDate - DAY_MARGIN), ...where];
  const pace = createPace(resource.name);
  const ask = (before: number) => {
    const bound = Number.isFinite(before) ? [filter('created_at', '<', before + DAY_MARGIN)] : [];
    const sort = { field: 'created_at', order: 'descending' } as const;
    return followChain<T>(run, { ...searchOf(resource, run), sort, query: and(...fixed, ...bound) }, pace);
  };

  const begin = Math.max(...starts);
  let at = begin;
  let seam = new Set<string>();
  let chain = ask(at);
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = ask(at);
      continue;
    }
    const items = page.items.filter(({ id, created_at }) => created_at < at || (created_at === at && !seam.has(id)));
    const last = items.at(-1);
    if (last && last.created_at < at) {
      at = last.created_at;
      seam = new Set();
    }
    for (const { id, created_at } of items) if (created_at === at) seam.add(id);
    if (Number.isFinite(at)) for (const place of places) place.passBackfill(at);
    passed.add(items, page.totalCount);
    yield items;
  }
  const bound = Number.isFinite(begin) ? [filter('created_at', '<', begin - DAY_MARGIN)] : [];
  yield* complain(run, resource, places, await passed.missing(run, resource, [...fixed, ...bound]));
}

/**
 * Where records are missing, the state goes back to the beginning, so that the next sync looks for them. What that one
 * misses as well is nothing that Intercom shows: it counts, for a while, what was deleted a moment ago.
 */
async function* complain(
  run: IntercomRun,
  { name }: { readonly name: string },
  places: readonly SearchPlace[],
  missing: number,
): AsyncGenerator<readonly never[]> {
  if (missing === 0) return;
  if (places.every(({ isAgain }) => isAgain)) {
    run.note('records that Intercom counts and does not show, in two reads from the beginning', missing);
    run.log(
      'WARN',
      `${name}: ${missing} that Intercom counts did not come in two reads from the beginning: please report it.`,
    );
    return;
  }
  for (const place of places) place.beginAgain();
  yield [];
  throw new TransientError(
    `${name}: ${missing} that Intercom counts did not come, and nothing explains it: they neither changed nor were made since the sync began. The next sync reads from the beginning; please report it where that one says so, too.`,
  );
}
