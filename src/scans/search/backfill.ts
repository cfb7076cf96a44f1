/** The first pass over a resource: by `created_at`, an order that no update disturbs. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { isFew } from '../../intercom/is-few.ts';
import { and, filter, type Query } from '../../intercom/query.ts';
import type { SearchCursor } from '../cursors/search-cursor.ts';
import { pushed, select } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { ascend } from './ascending.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { descend } from './descending.ts';
import { type Missing, Passed } from './reconcile.ts';
import { criteriaOf, mergedInto, type SearchItem, type SearchResource } from './resource.ts';

/** Yields the records that at least one of `cursors` has not passed yet, and moves each cursor on. */
export async function* backfill<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
): AsyncGenerator<readonly (T | Tombstone)[]> {
  if (cursors.length === 0) return;
  const t0 = await run.context.client.serverTime(run);
  const criteria = criteriaOf(resource, run);
  const listed = resource.listed?.(run);
  if (listed) {
    for (const cursor of cursors) cursor.enterBackfill(t0, () => true);
    for await (const items of listed) yield await select(items, criteria, run);
  } else {
    const { where, rest } = pushed(criteria);
    const passed = new Passed(run, resource, t0);
    const ordered = resource.precision === 'days' ? newestFirst : oldestFirst;
    for await (const items of ordered(run, resource, cursors, { t0, where, passed })) {
      yield await select(items, rest, run);
      const gone = mergedInto(items, resource, run);
      if (gone.length > 0) yield gone;
    }
  }
  for (const cursor of cursors) cursor.endBackfill();
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
  cursors: readonly SearchCursor[],
  { t0, where: filters, passed }: Beginning,
): AsyncGenerator<readonly T[]> {
  const { startDate } = run.context.settings;
  const from = Math.min(...leading(cursors).map((cursor) => cursor.backfillAt ?? 0));
  for (const cursor of cursors) {
    const { backfillAt } = cursor;
    cursor.enterBackfill(t0, (createdAt) => createdAt >= (backfillAt ?? 0));
  }
  const where = [filter('updated_at', '>', startDate - 1), ...filters];
  const settledBelow = Number.POSITIVE_INFINITY;
  const ascent = { field: 'created_at', from, settledBelow, where, verify: true } as const;
  for await (const { items, reached, total, agreed } of ascend<T>(run, resource, ascent)) {
    for (const cursor of cursors) cursor.passBackfill(reached);
    passed.add(items, total);
    passed.agree(agreed);
    yield items;
  }
  yield* complain(run, resource, cursors, await passed.missing(run, resource, where, from));
}

/** The cursors that decide where a backfill begins. */
function leading(cursors: readonly SearchCursor[]): readonly SearchCursor[] {
  return cursors.filter((cursor) => !cursor.changesOnly);
}

/**
 * For contacts, whose search compares by calendar day: one chain, newest first, so that new contacts cannot hide a
 * deletion. The query has a margin, and is cut exactly here.
 */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
  { t0, where, passed }: Beginning,
): AsyncGenerator<readonly T[]> {
  const { startDate } = run.context.settings;
  const startOf = (cursor: SearchCursor) => cursor.backfillAt ?? Number.POSITIVE_INFINITY;
  const begin = Math.max(...leading(cursors).map(startOf));
  for (const cursor of cursors) {
    const start = startOf(cursor);
    cursor.enterBackfill(t0, (createdAt) => createdAt <= start);
  }
  const fixed: Query[] = [filter('updated_at', '>', startDate - DAY_MARGIN), ...where];
  const ask = (before: number) => {
    const bound = Number.isFinite(before) ? [filter('created_at', '<', before + DAY_MARGIN)] : [];
    return and(...fixed, ...bound);
  };
  for await (const { items, total, agreed, at } of descend<T>(run, resource, begin, ask)) {
    if (Number.isFinite(at)) for (const cursor of cursors) cursor.passBackfill(at);
    passed.add(items, total);
    passed.agree(agreed);
    yield items;
  }
  const bound = Number.isFinite(begin) ? [filter('created_at', '<', begin - DAY_MARGIN)] : [];
  yield* complain(run, resource, cursors, await passed.missing(run, resource, [...fixed, ...bound]));
}

/**
 * Where records are missing, the state returns to the beginning, so that the next sync looks for them. A few records that
 * two looks of this sync missed, or that the next sync misses too, are records that Intercom counts and does not show.
 */
async function* complain(
  run: IntercomRun,
  { name }: { readonly name: string },
  cursors: readonly SearchCursor[],
  found: Missing,
): AsyncGenerator<readonly never[]> {
  const { missing, agreed } = found;
  if (missing === 0) return;
  if (isFew(found) && (missing <= agreed || cursors.every(({ isAgain }) => isAgain))) {
    run.on({ type: 'note', reason: 'records that Intercom counts and does not show, in two looks', count: missing });
    run.log(
      'WARN',
      `${name}: Intercom counts ${missing} more records than it shows in two looks: please report it to Intercom.`,
    );
    return;
  }
  for (const cursor of cursors) cursor.beginAgain();
  yield [];
  throw new TransientError(
    `${name}: ${missing} records that Intercom counts did not come, and nothing explains it: they neither changed nor were created since the sync began. The next sync reads from the beginning; please report it if that sync says so, too.`,
  );
}
