/** The walk of a resource that only a scroll brings whole: companies. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../../config/context.ts';
import { type CursorItem, CursorPlace } from '../cursors/watermark-cursor.ts';
import { type Selectable, sayWhatStays, withTombstones } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';
import { drainScroll, type Scroll } from './drain.ts';
import { createSpool } from './spool.ts';

export interface ScrollResource<T> extends Scroll, Selectable<T> {
  /** Sees every record, also those that no stream lacks, before the first is handed out. */
  watch?(record: T, run: IntercomRun, isRead: (stream: string) => boolean): void;
  /** Hears how many records there are, once a scroll came to its end. */
  counted?(records: number, run: IntercomRun): void;
  /** Hears that the scroll did not come to its end. */
  failed?(error: unknown, run: IntercomRun): void;
  /** Whether the rows of a stream were other ones in other connectors, so that their states are of no use. */
  rowsDiffer?(stream: string): boolean;
  /** The records themselves where the config names them, so that nothing has to be scrolled. */
  named?(run: IntercomRun): Promise<readonly T[]> | undefined;
}

const BATCH = 100;

export function scrollWalk<T extends CursorItem & { readonly updated_at?: number | null }>(
  resource: ScrollResource<T>,
): Walk<T | Tombstone, Intercom> {
  return {
    name: resource.name,
    place: ({ stream, state, mode, context: { settings } }) => {
      const filters = resource.fingerprint?.(settings, stream);
      const rowsDiffer = resource.rowsDiffer?.(stream) ?? false;
      return new CursorPlace({ stream, state, mode, overlap: settings.overlap, filters, rowsDiffer });
    },
    async *batches(run, active) {
      const t0 = await run.context.client.serverTime(run);
      const places = [...active].filter((place) => place instanceof CursorPlace);
      for (const place of places) if (place.restarted) run.log('WARN', `${place.stream}: ${place.restarted}`);
      if (places.some((place) => place.atRest)) sayWhatStays(resource, run);
      const isNeeded = (record: T) => places.some((place) => place.needs(record));
      const isRead = (stream: string) => places.some((place) => place.stream === stream);
      for await (const records of neededRecords(run, resource, { isNeeded, isRead })) {
        yield await withTombstones(records, resource, run);
      }
      for (const place of places) place.end(t0);
    },
  };
}

interface Needs<T> {
  readonly isNeeded: (record: T) => boolean;
  readonly isRead: (stream: string) => boolean;
}

/** The needed ones of all records; drained at the scroll's own speed into a spool, since it expires. */
async function* neededRecords<T>(
  run: IntercomRun,
  resource: ScrollResource<T>,
  { isNeeded, isRead }: Needs<T>,
): AsyncGenerator<readonly T[]> {
  const named = await resource.named?.(run);
  if (named) {
    for (const record of named) resource.watch?.(record, run, isRead);
    yield named.filter(isNeeded);
    return;
  }
  const spool = await createSpool<T>();
  let count = 0;
  try {
    const draining = drainScroll<T>(run, resource, {
      async add(records) {
        count += records.length;
        for (const record of records) resource.watch?.(record, run, isRead);
        await spool.add(records.filter(isNeeded));
      },
      async clear() {
        count = 0;
        await spool.clear();
      },
    });
    await draining.catch((error: unknown) => {
      resource.failed?.(error, run);
      throw error;
    });
    resource.counted?.(count, run);
    yield* spool.batches(BATCH);
  } finally {
    await spool.close();
  }
}
