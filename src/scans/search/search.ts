/** The walk of a resource that can be searched: changes for the streams at rest, a backfill for the others, then their changes. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../config/context.ts';
import { NOTHING } from '../cursors/nothing.ts';
import { SearchPlace } from '../cursors/search-cursor.ts';
import { sayWhatStays } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { backfill } from './backfill.ts';
import { changes } from './changes.ts';
import { refresh } from './full-refresh.ts';
import { owedItems } from './owed-items.ts';
import type { SearchItem, SearchResource } from './resource.ts';

/** Changes come first, so that a new stream does not hold up the others for hours. */
export function searchWalk<T extends SearchItem>(resource: SearchResource<T>): Walk<T | Tombstone, Intercom> {
  return {
    name: resource.name,
    place: ({ stream, state, mode, context: { settings }, changesOnly }) => {
      // A full refresh has every row from the other walk.
      if (changesOnly && mode === 'full_refresh') return NOTHING;
      const filters = resource.fingerprint?.(settings, stream);
      return new SearchPlace({ stream, state, mode, settings, filters, changesOnly });
    },
    async *batches(run, active) {
      const places = [...active].filter((place) => place instanceof SearchPlace);
      for (const place of places) {
        if (place.restarted) run.log('WARN', `${place.stream}: ${place.restarted}`);
      }
      // A stream that needs only changes joins the backfill of another stream, and is worth none of its own.
      if (!places.some((place) => !place.atRest && !place.changesOnly)) {
        const t0 = await run.context.client.serverTime(run);
        for (const place of places) if (!place.atRest) place.beginAt(t0);
      }
      const open = places.filter((place) => !place.atRest);
      if (open.length < places.length) sayWhatStays(resource, run);
      const present = (place: SearchPlace) => active.has(place);
      yield* owedItems<T>(run, resource, places);
      yield* changes<T>(
        run,
        resource,
        places.filter((place) => place.atRest),
      );
      const inOrder = (place: SearchPlace) =>
        place.mode === 'full_refresh' && run.context.settings.order === 'updated_at';
      yield* refresh<T>(
        run,
        resource,
        open.filter((place) => present(place) && inOrder(place)),
      );
      yield* backfill<T>(
        run,
        resource,
        open.filter((place) => present(place) && !inOrder(place)),
      );
      const lacking = open.filter((place) => place.mode === 'incremental');
      yield* changes<T>(run, resource, lacking.filter(present));
    },
  };
}
