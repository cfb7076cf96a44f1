/** The Airbyte catalog: the streams that this source offers, and the streams that the platform requests. */

import type { JsonObject, Stream } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { AirbyteStream } from '../generated/airbyte-message.ts';
import { isObject, readJson } from './json-file.ts';

/** A stream that the platform requests. */
export interface ConfiguredStream {
  readonly name: string;
  /** The namespace of the stream in the platform's catalog. All messages about the stream repeat it. */
  readonly namespace?: string;
  /** The schema of the stream's rows in the platform's catalog. */
  readonly schema?: JsonObject;
  /** A SyncMode, or another text from the catalog. With another text only this stream fails. */
  readonly syncMode: string;
}

/**
 * Returns the streams of the configured catalog at `path`. Ignores all fields that it does not need: they may be missing,
 * null or new. Throws ConfigError if the file cannot be understood or names a stream twice.
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

/** Returns the entry of a stream in the catalog of `discover`. Full refresh comes first: some tests use the first mode, and must read all. */
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
