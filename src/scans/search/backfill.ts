/** The first pass over a resource: by `created_at`, an order that no update disturbs. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { isFew } from '../../intercom/is-few.ts';
import { filter, type Query } from '../../intercom/query.ts';
import { type Range, union } from '../cursors/ranges.ts';
import type { SearchCursor } from '../cursors/search-cursor.ts';
import { pushed, select } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { ascend } from './ascending.ts';
import { DAY_MARGIN } from './calendar-day.ts';
import { descend } from './descending.ts';
import { type Missing, Passed } from './reconcile.ts';
import { criteriaOf, mergedInto, type SearchItem, type SearchResource } from './resource.ts';
import { sideBySide } from './side-by-side.ts';
import { splitOff } from './split.ts';
import { Window } from './window.ts';

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
    for (const cursor of cursors) cursor.enterBackfill(t0);
    for await (const items of listed) yield await select(items, criteria, run);
  } else {
    const { where, rest } = pushed(criteria);
    const passed = new Passed(run, resource, t0);
    for await (const items of inWindows(run, resource, cursors, { t0, where, passed })) {
      yield await select(items, rest, run);
      const gone = mergedInto(items, resource, run);
      if (gone.length > 0) yield gone;
    }
  }
  for (const cursor of cursors) cursor.endBackfill();
  yield [];
}

interface Beginning {
  /** Intercom's clock, in epoch seconds, when this sync began to backfill. */
  readonly t0: number;
  /** The filters. */
  readonly where: readonly Query[];
  readonly passed: Passed;
}

/** Reads everything that at least one of the cursors lacks, in one window or in several ones side by side. */
async function* inWindows<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
  { t0, where: filters, passed }: Beginning,
): AsyncGenerator<readonly T[]> {
  const { startDate, splitAbove, patienceMs } = run.context.settings;
  const byDay = resource.precision === 'days';
  const where = [filter('updated_at', '>', startDate - (byDay ? DAY_MARGIN : 1)), ...filters];
  // A stream that needs only the changes joins the backfill of others.
  const ranges = union(cursors.filter(({ changesOnly }) => !changesOnly).map(({ unread }) => unread));
  const begun = ranges.map((range) => new Window(range));
  for (const cursor of cursors) cursor.enterBackfill(t0);
  for (const { total } of begun) total.then((count) => run.on({ type: 'estimate', count }));
  const pages = sideBySide({
    windows: begun,
    read: (window) => (byDay ? newestFirst : oldestFirst)<T>(run, resource, { window, where }),
    split: (window, windows) =>
      splitOff(window, { windows, unread: cursors.map(({ unread }) => unread), now: t0, byDay, splitAbove }),
    patienceMs,
  });
  for await (const { items, range, agreed } of pages) {
    for (const cursor of cursors) cursor.passBackfill(range);
    passed.add(items);
    passed.agree(agreed);
    yield items;
  }
  const totals = await Promise.all(begun.map(({ total }) => total));
  run.on({ type: 'total', count: totals.reduce((sum, total) => sum + total, 0) });
  yield* complain(run, resource, cursors, await passed.missing(run, resource, where, ranges));
}

interface Page<T> {
  readonly items: readonly T[];
  /** The range of `created_at` that was read up to this page, as far as that can be saved. */
  readonly range: Range;
  /** How many of the counted records Intercom did not show in two looks. */
  readonly agreed: number;
}

interface Part {
  readonly window: Window;
  readonly where: readonly Query[];
}

async function* oldestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { window, where }: Part,
): AsyncGenerator<Page<T>> {
  const { from } = window;
  const settledBelow = Number.POSITIVE_INFINITY;
  const ascent = { field: 'created_at', window, settledBelow, where, verify: true } as const;
  for await (const { items, reached, agreed } of ascend<T>(run, resource, ascent)) {
    yield { items, range: [from, reached], agreed };
  }
  yield { items: [], range: [from, window.below], agreed: 0 };
}

/** For contacts, whose search compares by calendar day: in chains, so that new contacts cannot hide a deletion. */
async function* newestFirst<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  part: Part,
): AsyncGenerator<Page<T>> {
  const { below } = part.window;
  for await (const { items, agreed, at } of descend<T>(run, resource, part)) {
    yield { items, range: [at + 1, below], agreed };
  }
  yield { items: [], range: [part.window.from, below], agreed: 0 };
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
