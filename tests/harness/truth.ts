/** The truth in a sandbox, and the comparison of rows with it. */
import { asSent } from './as-sent.ts';
import { type CatalogStream, type Output, type Row, rowsOf } from './connector.ts';

/** As sandbox/workspace/truth-row.ts describes it. */
export interface TruthRow {
  readonly key: Row;
  /** The kind of record that the row is, or hangs on. */
  readonly of: string | null;
  /** Epoch seconds at which that record last changed. */
  readonly updated_at: unknown;
  /** The whole row. */
  readonly body: Row;
  readonly quiet?: readonly string[];
  readonly unannounced?: boolean;
  readonly own?: readonly string[];
  readonly child?: { readonly field: string; readonly updated_at: unknown; readonly quiet: readonly string[] };
}

/** Every existing row of a stream, by its key. */
export async function truthOf(baseUrl: string, stream: string): Promise<ReadonlyMap<string, TruthRow>> {
  const response = await fetch(`${baseUrl}/__sandbox/truth?stream=${stream}&bodies=true`);
  if (!response.ok) throw new Error(`the sandbox has no truth about ${stream}: ${await response.text()}`);
  const lines = (await response.text()).split('\n').filter(Boolean);
  const rows = lines.map((line) => asSent(JSON.parse(line) as TruthRow));
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

/** The rows of a stream, by the keys of the truth where it is given; of several versions the last one. */
export function latestRows(
  stream: CatalogStream,
  outputs: readonly Output[],
  truth: ReadonlyMap<string, TruthRow> = new Map(),
): ReadonlyMap<string, Row> {
  return latestOf(
    outputs.flatMap((output) => rowsOf(output, stream.name)),
    keyFieldsOf(stream),
    truth,
  );
}

/** The last version of each row, which `fields` tell from others, by the keys of the truth. */
export function latestOf(
  rows: readonly Row[],
  fields: readonly string[],
  truth: ReadonlyMap<string, TruthRow>,
): ReadonlyMap<string, Row> {
  const latest = new Map(rows.map((row) => [keyOf(row, fields), row]));
  const [one] = truth.values();
  return one ? byKeyOf(one, [...latest.values()]) : latest;
}

/** Rows by the key that the truth has. A field of it that no row has is the ordinal among the rows that are else alike. */
function byKeyOf({ key, body }: TruthRow, rows: readonly Row[]): ReadonlyMap<string, Row> {
  const [counted] = Object.keys(key).filter((field) => !(field in body));
  const fields = Object.keys(key).filter((field) => field !== counted);
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const alike = keyOf(row, fields);
      const ordinal = seen.get(alike) ?? 0;
      seen.set(alike, ordinal + 1);
      return [counted ? keyOf({ ...row, [counted]: ordinal }, Object.keys(key)) : alike, row];
    }),
  );
}

/** Keys of existing rows that were not emitted, or not in their latest version. */
export async function lacking(baseUrl: string, stream: CatalogStream, outputs: readonly Output[]): Promise<string[]> {
  const truth = await truthOf(baseUrl, stream.name);
  const rows = latestRows(stream, outputs, truth);
  const [cursor] = stream.default_cursor_field ?? [];
  return [...truth].flatMap(([key, { body }]) => {
    const row = rows.get(key);
    return row && (!cursor || row[cursor] === body[cursor]) ? [] : [key];
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
