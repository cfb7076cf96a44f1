/** What changed since a stream's cursor: by `updated_at`, up to the moment at which the phase began. */
import type { IntercomRun } from '../../config/context.ts';
import type { SearchPlace } from '../cursors/search-cursor.ts';
import { withTombstones } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { changedBetween } from './changed-between.ts';
import { type SearchItem, type SearchResource, swallowedBy } from './resource.ts';

const DAY = 24 * 60 * 60;

/**
 * Yields at least what changed since the cursor of one of `places`, and moves each of them on. Filters hold for what
 * may change, so all changes are asked for, and one that the filters no longer let through comes as a tombstone.
 */
export async function* changes<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  places: readonly SearchPlace[],
): AsyncGenerator<readonly (T | Tombstone)[]> {
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
    for await (const { items, reached } of changedBetween<T>(run, resource, { from, below: t0, where: [] })) {
      if (reached !== undefined) for (const place of places) place.passChanges(reached);
      yield await withTombstones(items, resource, run);
      const gone = swallowedBy(items, resource, run);
      if (gone.length > 0) yield gone;
    }
  }
  for (const place of places) place.endChanges();
  yield [];
}
