/** The catalog: the streams that this source offers, and the streams that it is asked to read. */

import type { JsonObject, Stream } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { AirbyteStream } from '../generated/airbyte-message.ts';
import { isObject, readJson } from './json-file.ts';

/** A stream that the platform asks for. */
export interface ConfiguredStream {
  readonly name: string;
  /** Where the platform's catalog puts the stream; goes back with everything written about it. */
  readonly namespace?: string;
  /** The schema of its rows as the platform has it. */
  readonly schema?: JsonObject;
  /** A SyncMode, or another text of the catalog: then this stream fails, and no other does. */
  readonly syncMode: string;
}

/**
 * The streams of the configured catalog at `path`. Only the fields that are needed here are read: the others may be missing,
 * null or new. Throws ConfigError when the file cannot be understood or names a stream twice.
 */
export async function readCatalog(path: string): Promise<ConfiguredStream[]> {
  const content = await readJson(path, 'catalog file');
  const entries = isObject(content) ? content.streams : undefined;
  if (!Array.isArray(entries)) {
    throw new ConfigError(`The catalog file ${path} has no list "streams": pass a configured catalog.`);
  }
  const streams = entries.map((entry, index) => configuredStream(entry, index, path));
  const names = streams.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ConfigError(`The catalog file ${path} names the stream "${twice}" twice: remove one of the two.`);
  }
  return streams;
}

function configuredStream(entry: unknown, index: number, path: string): ConfiguredStream {
  const stream = isObject(entry) ? entry.stream : undefined;
  if (!isObject(entry) || !isObject(stream) || typeof stream.name !== 'string') {
    throw new ConfigError(
      `Entry ${index + 1} of "streams" in the catalog file ${path} does not name a stream: pass a configured catalog, where each entry has a "stream" with its "name".`,
    );
  }
  const mode = entry.sync_mode ?? 'full_refresh';
  return {
    name: stream.name,
    ...(typeof stream.namespace === 'string' ? { namespace: stream.namespace } : {}),
    ...(isObject(stream.json_schema) ? { schema: stream.json_schema } : {}),
    syncMode: typeof mode === 'string' ? mode : JSON.stringify(mode),
  };
}

/** A stream as the catalog of `discover` shows it. Full refresh comes first, so that tests which take the first mode read all. */
export function airbyteStream<C>(stream: Stream<C>, schema: JsonObject): AirbyteStream {
  const { name, primaryKey, cursorField } = stream;
  return {
    name,
    json_schema: schema,
    supported_sync_modes: cursorField ? ['full_refresh', 'incremental'] : ['full_refresh'],
    ...(cursorField ? { source_defined_cursor: true, default_cursor_field: [cursorField] } : {}),
    ...(primaryKey.length > 0 ? { source_defined_primary_key: primaryKey.map((field) => [field]) } : {}),
  };
}
