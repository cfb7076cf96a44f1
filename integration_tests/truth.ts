/** What exists in a sandbox, and how rows that were read compare with it. */
import { type CatalogStream, type Output, type Row, rowsOf } from './connector.ts';

export interface TruthRow {
  readonly key: Row;
  /** Epoch seconds; of a relation, that of its parent. */
  readonly updated_at: unknown;
  readonly body: Row;
}

/** Every row that exists now of what a stream is about, by its key. */
export async function truthOf(baseUrl: string, stream: string): Promise<ReadonlyMap<string, TruthRow>> {
  const response = await fetch(`${baseUrl}/__sandbox/truth?stream=${stream}&bodies=true`);
  if (!response.ok) throw new Error(`the sandbox has no truth about ${stream}: ${await response.text()}`);
  const lines = (await response.text()).split('\n').filter(Boolean);
  const rows = lines.map((line) => JSON.parse(line) as TruthRow);
  return new Map(rows.map((row) => [keyOf(row.key, Object.keys(row.key)), row]));
}

/** A row's key as text: the values of the key's fields, in alphabetical order of their names. */
export function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify([...fields].sort().map((field) => String(row[field])));
}

/** The fields of a stream's primary key. */
export function keyFieldsOf({ source_defined_primary_key = [] }: CatalogStream): readonly string[] {
  return source_defined_primary_key.map(([field = '']) => field);
}

/** What a stream brought, by key; of several versions the last one. */
export function latestRows(stream: CatalogStream, outputs: readonly Output[]): ReadonlyMap<string, Row> {
  const fields = keyFieldsOf(stream);
  const rows = outputs.flatMap((output) => rowsOf(output, stream.name));
  const latest = new Map(rows.map((row) => [keyOf(row, fields), row]));
  return stream.name === 'contact_events' ? byOrdinal([...latest.values()]) : latest;
}

/** The key of an event is a hash of ours: the truth counts the events of one name and second instead. */
function byOrdinal(events: readonly Row[]): ReadonlyMap<string, Row> {
  const seen = new Map<string, number>();
  return new Map(
    events.map((event) => {
      const { contact_id, event_name, created_at } = event;
      const alike = JSON.stringify([contact_id, event_name, created_at]);
      const ordinal = seen.get(alike) ?? 0;
      seen.set(alike, ordinal + 1);
      const key = { contact_id, event_name, created_at, ordinal };
      return [keyOf(key, Object.keys(key)), event];
    }),
  );
}

/** Keys of what exists and was not brought, or not in its latest version. */
export async function lacking(baseUrl: string, stream: CatalogStream, outputs: readonly Output[]): Promise<string[]> {
  const rows = latestRows(stream, outputs);
  const [cursor] = stream.default_cursor_field ?? [];
  const truth = await truthOf(baseUrl, stream.name);
  return [...truth].flatMap(([key, { key: ids, updated_at, body }]) => {
    const row = rows.get(key);
    const current = !cursor || ('id' in ids ? row?.updated_at === body.updated_at : row?.[cursor] === updated_at);
    return row && current ? [] : [key];
  });
}

export interface Stats {
  readonly calls: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
}

/** Calls since the last reset; `reset` starts a new count. */
export async function statsOf(baseUrl: string, reset = false): Promise<Stats> {
  const stats = (await (await fetch(`${baseUrl}/__sandbox/stats`)).json()) as Stats;
  if (reset) await fetch(`${baseUrl}/__sandbox/stats`, { method: 'POST' });
  return stats;
}

export interface Mutations {
  readonly changed: Readonly<Record<string, readonly string[]>>;
  readonly deleted: Readonly<Record<string, readonly string[]>>;
}

export async function mutate(baseUrl: string, body: object): Promise<Mutations> {
  const response = await fetch(`${baseUrl}/__sandbox/mutate`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the sandbox refused to mutate: ${await response.text()}`);
  return (await response.json()) as Mutations;
}
