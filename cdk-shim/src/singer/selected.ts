/** The streams that a run reads, and their announcement to the target. */

import type { JsonObject, Log, Stream, SyncMode } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { announcedSchema, type CatalogEntry, readSingerCatalog } from './catalog.ts';
import { rowShape } from './rows.ts';
import type { AnnouncedStream } from './sink.ts';

/** One stream that is asked for, whether it exists or not. */
export interface Asked<C> {
  readonly name: string;
  readonly stream: Stream<C> | undefined;
  /** Undefined where there is no catalog. */
  readonly entry: CatalogEntry | undefined;
}

/** The streams that the catalog at `path` selects; every stream without a catalog. */
export async function askedFor<C>(
  path: string | undefined,
  streams: readonly Stream<C>[],
  log: Log,
): Promise<readonly Asked<C>[]> {
  if (path === undefined) return streams.map((stream) => ({ name: stream.name, stream, entry: undefined }));
  const selected = (await readSingerCatalog(path)).filter(({ selection }) => selection.selects([]));
  if (selected.length === 0) {
    log(
      'WARN',
      `The catalog file ${path} selects no stream, so nothing is read: set "selected" in the metadata of some.`,
    );
  }
  return selected.map((entry) => {
    const stream = streams.find(({ name }) => name === entry.name);
    const key = entry.selection.metadata([])['replication-key'];
    if (key && stream?.cursorField && key !== stream.cursorField) {
      log(
        'WARN',
        `${entry.name}: the catalog gives the replication-key ${JSON.stringify(key)}, but ${stream.cursorField} is the only one there is and is used.`,
      );
    }
    return { name: entry.name, stream, entry };
  });
}

/** The stream as the engine reads it. Throws ConfigError for an unknown replication method. */
export function configuredStream<C>({ name, entry }: Asked<C>): ConfiguredStream {
  return { name, syncMode: modeOf(name, entry?.replicationMethod) };
}

function modeOf(name: string, method = 'INCREMENTAL'): SyncMode {
  if (method.toUpperCase() === 'INCREMENTAL') return 'incremental';
  if (method.toUpperCase() === 'FULL_TABLE') return 'full_refresh';
  throw new ConfigError(
    `The catalog gives stream "${name}" the replication-method "${method}": use "FULL_TABLE" or "INCREMENTAL".`,
  );
}

/** The announcement of a stream. `schema`: the schema of the engine's rows; `version`: the version of streams that are read whole. */
export function announcedStream<C>(
  stream: Stream<C>,
  schema: JsonObject,
  { entry, version }: { readonly entry: CatalogEntry | undefined; readonly version: number | undefined },
): AnnouncedStream {
  const { name, primaryKey, cursorField } = stream;
  const announced = announcedSchema(stream, schema, entry);
  const whole = cursorField === undefined || entry?.replicationMethod?.toUpperCase() === 'FULL_TABLE';
  return {
    name,
    schema: announced,
    keyProperties: primaryKey,
    cursorField,
    shape: rowShape(schema, announced),
    version: whole ? version : undefined,
  };
}
