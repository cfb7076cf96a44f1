/** A full refresh in the order of `updated_at`, which every change disturbs: read again until nothing new shows up. */
import type { IntercomRun } from '../../config/context.ts';
import type { SearchCursor } from '../cursors/search-cursor.ts';
import { pushed, select } from '../filters.ts';
import { timeOf } from '../time-of.ts';
import { changedBetween } from './changed-between.ts';
import { criteriaOf, type SearchItem, type SearchResource } from './resource.ts';

/**
 * Yields every record once. A record that changes meanwhile moves past the end and is found by the next pass, which asks
 * only for such records. The price of this order is that ids are kept in memory.
 */
export async function* fullRefresh<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
): AsyncGenerator<readonly T[]> {
  if (cursors.length === 0) return;
  const { client, settings } = run.context;
  const { where, rest } = pushed(criteriaOf(resource, run));
  const seen = new Set<string>();
  let t0 = await client.serverTime(run);
  for (const cursor of cursors) cursor.enterBackfill(t0);
  let from = settings.startDate;
  for (let found = true; found; ) {
    found = false;
    for await (const { items } of changedBetween<T>(run, resource, { from, below: t0, where })) {
      const fresh = items.filter((item) => !(timeOf(item, 'updated_at') < from) && !seen.has(item.id));
      for (const { id } of fresh) seen.add(id);
      found ||= fresh.length > 0;
      yield await select(fresh, rest, run);
    }
    from = t0 - settings.overlap;
    t0 = await client.serverTime(run);
  }
  for (const cursor of cursors) cursor.endBackfill();
  yield [];
}
