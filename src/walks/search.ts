/** The walk of a resource that can be searched: changes for the streams at rest, a backfill for the others, then their changes. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../intercom/intercom.ts';
import { backfill } from './backfill.ts';
import { changes } from './changes.ts';
import { SearchPlace } from './search-place.ts';
import type { SearchItem, SearchResource } from './search-resource.ts';

/** Changes come first, so that a new stream does not hold up the others for hours. */
export function searchWalk<T extends SearchItem>(resource: SearchResource): Walk<T, Intercom> {
  return {
    name: resource.name,
    place: (state, mode, { settings }) => new SearchPlace(state, mode, settings),
    async *batches(run, active) {
      const places = [...active].filter((place) => place instanceof SearchPlace);
      for (const place of places) {
        if (place.restarted) {
          run.log(
            'WARN',
            `${resource.name}: start_date is earlier than in the saved state, so a stream is read from its beginning.`,
          );
        }
      }
      const open = places.filter((place) => !place.atRest);
      const present = (place: SearchPlace) => active.has(place);
      yield* changes<T>(
        run,
        resource,
        places.filter((place) => place.atRest),
      );
      yield* backfill<T>(run, resource, open.filter(present));
      const lacking = open.filter((place) => place.mode === 'incremental');
      yield* changes<T>(run, resource, lacking.filter(present));
    },
  };
}
