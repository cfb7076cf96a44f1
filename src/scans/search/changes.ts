/** The changes since a stream's cursor: by `updated_at`, up to the moment at which the phase began. */
import type { IntercomRun } from '../../config/context.ts';
import type { SearchCursor } from '../cursors/search-cursor.ts';
import { withTombstones } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { changedBetween } from './changed-between.ts';
import { criteriaOf, mergedInto, type SearchItem, type SearchResource } from './resource.ts';

const DAY = 24 * 60 * 60;

/**
 * Yields at least the records that changed since one of `cursors`, and moves each cursor on. A change may take a record out
 * of the filters, so all changes are asked for, and a record that the filters no longer let through comes as a tombstone.
 */
export async function* changes<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
): AsyncGenerator<readonly (T | Tombstone)[]> {
  if (cursors.length === 0) return;
  const criteria = criteriaOf(resource, run);
  const t0 = await run.context.client.serverTime(run);
  const from = Math.min(...cursors.map((cursor) => cursor.enterChanges(t0)));
  if (from - t0 > DAY) {
    run.log(
      'WARN',
      `${resource.name}: the saved state lies more than a day in the future, so nothing is read; reset it to read again.`,
    );
  }
  if (from < t0) {
    for await (const { items, reached } of changedBetween<T>(run, resource, { from, below: t0, where: [] })) {
      if (reached !== undefined) for (const cursor of cursors) cursor.passChanges(reached);
      yield await withTombstones(items, criteria, run);
      const gone = mergedInto(items, resource, run);
      if (gone.length > 0) yield gone;
    }
  }
  for (const cursor of cursors) cursor.endChanges();
  yield [];
}
