/** A full refresh in the order of `updated_at`, which every change disturbs: walked again until nothing new shows up. */
import type { IntercomRun } from '../../config/context.ts';
import type { SearchPlace } from '../cursors/search-cursor.ts';
import { pushed, select } from '../filters.ts';
import { timeOf } from '../time-of.ts';
import { changedBetween } from './changed-between.ts';
import type { SearchItem, SearchResource } from './resource.ts';

/**
 * Yields every record once. What changes while it runs moves past its end and is found by the next pass, which asks
 * only for that; ids are kept in memory meanwhile, as the price of this order.
 */
export async function* refresh<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  places: readonly SearchPlace[],
): AsyncGenerator<readonly T[]> {
  if (places.length === 0) return;
  const { client, settings } = run.context;
  const { where, rest } = pushed(resource.criteria?.(settings) ?? []);
  const seen = new Set<string>();
  let t0 = await client.serverTime(run);
  for (const place of places) place.enterBackfill(t0, () => true);
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
  for (const place of places) place.endBackfill();
  yield [];
}
