/** The Singer catalog: the streams that this tap offers, and the streams that the user selects. */

import type { JsonObject, Stream } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import { isObject, readJson } from '../input/json-file.ts';
import { SINGER_DELETED, singerSchema } from './schema.ts';
import { type Selection, selectedSchema, selectionOf } from './selection.ts';

/** The parts of a stream that its catalog entry and its SCHEMA message need. */
export type NamedStream = Pick<Stream<never>, 'name' | 'primaryKey' | 'cursorField'>;

/** One stream of a catalog file. */
export interface CatalogEntry {
  readonly name: string;
  readonly selection: Selection;
  /** The schema in the catalog, which may differ from the tap's own schema. Undefined if the entry has no schema. */
  readonly schema: JsonObject | undefined;
  /** FULL_TABLE, INCREMENTAL or another text from the catalog. Undefined if the entry has no method. */
  readonly replicationMethod: string | undefined;
}

/** Returns the columns that every row must have. Without its marker a deleted row would look like an existing row. */
export function automaticColumns({ primaryKey, cursorField }: NamedStream): readonly string[] {
  return [...primaryKey, ...(cursorField ? [cursorField] : []), SINGER_DELETED];
}

/** Returns the entry of a stream in the catalog of `--discover`. `schema`: the schema of the engine's rows. The entry selects nothing. */
export function catalogEntry(stream: NamedStream, schema: JsonObject): JsonObject {
  const { name, primaryKey, cursorField } = stream;
  const replication = cursorField
    ? { 'valid-replication-keys': [cursorField] }
    : { 'forced-replication-method': 'FULL_TABLE' };
  const shown = singerSchema(schema);
  return {
    tap_stream_id: name,
    stream: name,
    key_properties: primaryKey,
    ...(cursorField ? { replication_key: cursorField } : {}),
    replication_method: cursorField ? 'INCREMENTAL' : 'FULL_TABLE',
    schema: shown,
    metadata: [
      { breadcrumb: [], metadata: { inclusion: 'available', 'table-key-properties': primaryKey, ...replication } },
      ...columnMetadata(shown, [], automaticColumns(stream)),
    ],
  };
}

/** Returns an entry for each column, and for each column of the objects inside. */
function columnMetadata(schema: unknown, at: readonly string[], automatic: readonly string[]): JsonObject[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, column]) => {
    const breadcrumb = [...at, 'properties', name];
    const inclusion = automatic.includes(name) ? 'automatic' : 'available';
    return [{ breadcrumb, metadata: { inclusion } }, ...columnMetadata(column, breadcrumb, [])];
  });
}

/** Returns the schema to announce, with only the selected columns. Prefers the schema in the catalog, which a runner may have changed. */
export function announcedSchema(stream: NamedStream, schema: JsonObject, entry: CatalogEntry | undefined): JsonObject {
  const own = singerSchema(schema);
  if (!entry) return own;
  const automatic = automaticColumns(stream).filter((name) => isObject(own.properties) && name in own.properties);
  const asked = entry.schema ? selectedSchema(entry.schema, entry.selection, automatic) : undefined;
  const announced = asked ?? selectedSchema(own, entry.selection, automatic);
  const needed = Object.entries(own.properties as JsonObject).filter(([name]) => automatic.includes(name));
  return { ...announced, properties: { ...Object.fromEntries(needed), ...(announced.properties as JsonObject) } };
}

/** Returns all streams of the catalog at `path`, selected or not. Throws ConfigError if it cannot be understood or names a stream twice. */
export async function readSingerCatalog(path: string): Promise<CatalogEntry[]> {
  const content = await readJson(path, 'catalog file');
  const list = isObject(content) ? content.streams : undefined;
  if (!Array.isArray(list)) {
    throw new ConfigError(`The catalog file ${path} has no list "streams": pass a file that --discover wrote.`);
  }
  const entries = list.map((entry, index) => entryOf(entry, index, path));
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ConfigError(`The catalog file ${path} names the stream "${twice}" twice: remove one of the two.`);
  }
  return entries;
}

function entryOf(entry: unknown, index: number, path: string): CatalogEntry {
  const name = isObject(entry) ? (entry.tap_stream_id ?? entry.stream) : undefined;
  if (!isObject(entry) || typeof name !== 'string') {
    throw new ConfigError(
      `Entry ${index + 1} of "streams" in the catalog file ${path} has no "tap_stream_id": pass a file that --discover wrote.`,
    );
  }
  const { schema } = entry;
  const selection = selectionOf(entry.metadata);
  const method = selection.metadata([])['replication-method'] ?? entry.replication_method ?? undefined;
  return {
    name,
    selection,
    schema: isObject(schema) && isObject(schema.properties) ? schema : undefined,
    replicationMethod: method === undefined ? undefined : String(method),
  };
}
