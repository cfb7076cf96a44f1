/** The walk of a resource that only a scroll brings whole: companies. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../intercom/intercom.ts';
import { type CursorItem, CursorPlace } from './cursor-place.ts';
import { drainScroll, type Scroll } from './drain-scroll.ts';
import { type Selectable, sayWhatStays, withTombstones } from './selection.ts';
import { createSpool } from './spool.ts';
import type { Tombstone } from './tombstone.ts';

export interface ScrollResource<T> extends Scroll, Selectable<T> {
  /** Sees every record, also those that no stream lacks, before the first is handed out. */
  watch?(record: T, run: IntercomRun): void;
  /** Hears how many records there are, once a scroll came to its end. */
  counted?(records: number, run: IntercomRun): void;
  /** Whether the rows of a stream were other ones in other connectors, so that their states are of no use. */
  rowsDiffer?(stream: string): boolean;
  /** The records themselves where the config names them, so that nothing has to be scrolled. */
  named?(run: IntercomRun): Promise<readonly T[]> | undefined;
}

const BATCH = 100;

export function scrollWalk<T extends CursorItem & { readonly updated_at: number }>(
  resource: ScrollResource<T>,
): Walk<T | Tombstone, Intercom> {
  return {
    name: resource.name,
    place: (state, mode, { settings }, stream) => {
      const filters = resource.fingerprint?.(settings, stream);
      const rowsDiffer = resource.rowsDiffer?.(stream) ?? false;
      return new CursorPlace({ stream, state, mode, overlap: settings.overlap, filters, rowsDiffer });
    },
    async *batches(run, active) {
      const t0 = await run.context.client.serverTime(run);
      const places = [...active].filter((place) => place instanceof CursorPlace);
      for (const place of places) if (place.restarted) run.log('WARN', `${place.stream}: ${place.restarted}`);
      if (places.some((place) => place.atRest)) sayWhatStays(resource, run);
      const lacking = (record: T) => places.some((place) => place.lacks(record));
      for await (const records of lackingRecords(run, resource, lacking)) {
        yield await withTombstones(records, resource, run);
      }
      for (const place of places) place.end(t0);
    },
  };
}

/** What `lacking` says of all records; drained at the scroll's own speed into a spool, since it expires. */
async function* lackingRecords<T>(
  run: IntercomRun,
  resource: ScrollResource<T>,
  lacking: (record: T) => boolean,
): AsyncGenerator<readonly T[]> {
  const named = await resource.named?.(run);
  if (named) {
    for (const record of named) resource.watch?.(record, run);
    yield named.filter(lacking);
    return;
  }
  const spool = await createSpool<T>();
  let count = 0;
  try {
    await drainScroll<T>(run, resource, {
      async add(records) {
        count += records.length;
        for (const record of records) resource.watch?.(record, run);
        await spool.add(records.filter(lacking));
      },
      async clear() {
        count = 0;
        await spool.clear();
      },
    });
    resource.counted?.(count, run);
    yield* spool.batches(BATCH);
  } finally {
    await spool.close();
  }
}
