/** The streams that a run reads, and their announcement to the target. */

import type { JsonObject, Log, Stream, SyncMode } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { announcedSchema, type CatalogEntry, readSingerCatalog } from './catalog.ts';
import { rowShape } from './rows.ts';
import type { AnnouncedStream } from './sink.ts';

/** One requested stream, which may not exist. */
export interface RequestedStream<C> {
  readonly name: string;
  readonly stream: Stream<C> | undefined;
  /** Undefined without a catalog. */
  readonly entry: CatalogEntry | undefined;
}

/** Returns the streams that the catalog at `path` selects, or all streams without a catalog. */
export async function requestedStreams<C>(
  path: string | undefined,
  streams: readonly Stream<C>[],
  log: Log,
): Promise<readonly RequestedStream<C>[]> {
  if (path === undefined) return streams.map((stream) => ({ name: stream.name, stream, entry: undefined }));
  const selected = (await readSingerCatalog(path)).filter(({ selection }) => selection.selects([]));
  if (selected.length === 0) {
    log(
      'WARN',
      `The catalog file ${path} selects no stream, so this sync reads nothing: set "selected" in the metadata of streams.`,
    );
  }
  return selected.map((entry) => {
    const stream = streams.find(({ name }) => name === entry.name);
    const key = entry.selection.metadata([])['replication-key'];
    if (key && stream?.cursorField && key !== stream.cursorField) {
      log(
        'WARN',
        `${entry.name}: the catalog gives the replication-key ${JSON.stringify(key)}, but the stream always uses ${stream.cursorField}.`,
      );
    }
    return { name: entry.name, stream, entry };
  });
}

/** Returns the stream for the engine. Throws ConfigError for an unknown replication method. */
export function configuredStream<C>({ name, entry }: RequestedStream<C>): ConfiguredStream {
  return { name, syncMode: modeOf(name, entry?.replicationMethod) };
}

function modeOf(name: string, method = 'INCREMENTAL'): SyncMode {
  if (method.toUpperCase() === 'INCREMENTAL') return 'incremental';
  if (method.toUpperCase() === 'FULL_TABLE') return 'full_refresh';
  throw new ConfigError(
    `The catalog gives stream "${name}" the replication-method "${method}": use "FULL_TABLE" or "INCREMENTAL".`,
  );
}

/** Returns the announcement of a stream. `schema`: the schema of the engine's rows. `version`: the version for a full refresh. */
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
