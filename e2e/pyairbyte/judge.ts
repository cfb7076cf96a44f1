/** Compares a table of a warehouse with the truth in the sandbox: its rows, their values, and its types. */
import { isDeepStrictEqual } from 'node:util';
import type { CatalogStream, Row } from '../../tests/harness/connector.ts';
import { keyFieldsOf, latestOf, type TruthRow, truthOf } from '../../tests/harness/truth.ts';
import type { Table } from './table.ts';

/** The form in which a kind of warehouse stores rows. */
export interface Warehouse {
  /** Returns the type of a column with this schema. */
  readonly typeOf: (column: string, types: readonly string[], schema: Schema) => string;
  /** Returns the form of a value for the comparison. Both the values of the table and of the truth need it. */
  readonly plain: (column: string, types: readonly string[], value: unknown) => unknown;
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
}

export interface Judgement {
  readonly rows: number;
  /** The number of compared values: all values of these rows that both sides have. */
  readonly values: number;
  readonly columns: number;
  readonly wrong: readonly string[];
}

/** For each stream of single records, the stream whose truth contains these records. */
const TRUTH_OF: Readonly<Record<string, string>> = {
  contacts_by_id: 'contacts',
  conversations_by_id: 'conversations',
  notes_by_id: 'notes',
};

/** A changed contact emits its pairs with the unchanged times of the companies: the later row is current. */
const STREAMS_WITH_REPEATED_KEYS = ['company_contacts'];

/** Compares the current rows, and the types of all columns. `only`: the ids of a stream of single records. */
export async function judge(
  baseUrl: string,
  warehouse: Warehouse,
  stream: CatalogStream,
  { columns }: Table,
  rows: readonly Row[],
  only: readonly string[],
): Promise<Judgement> {
  const schemas = Object.entries((stream.json_schema as { properties: Record<string, Schema> }).properties);
  const types = new Map(schemas.map(([column, { type = [] }]) => [column, [type].flat().filter((t) => t !== 'null')]));
  const wrong = schemas.flatMap(([column, schema]) => {
    const expected = warehouse.typeOf(column, types.get(column) ?? [], schema);
    return columns[column] === expected ? [] : [`${column} is ${columns[column]}, not ${expected}`];
  });
  const keys = keyFieldsOf(stream);
  const plain = (row: Row): Row => {
    const known = Object.entries(row).filter(([column]) => types.has(column));
    const plainValue = (column: string, value: unknown) =>
      keys.includes(column) ? String(value) : warehouse.plain(column, types.get(column) ?? [], value);
    return Object.fromEntries(known.map(([column, value]) => [column, plainValue(column, value)]));
  };
  const existing = await existingRows(baseUrl, stream.name, only);
  const emitted = latestOf(rows.map(plain), keys, existing);
  const again = STREAMS_WITH_REPEATED_KEYS.includes(stream.name) ? 0 : rows.length - emitted.size;
  if (again > 0) wrong.push(`${again} rows have the key of another row`);
  let values = 0;
  for (const [key, { body, child, updated_at }] of existing) {
    const row = emitted.get(key);
    // A record inside a row has the age of the row.
    const changedInside = Number(child?.updated_at) > Number(updated_at) ? child?.field : undefined;
    if (!row) wrong.push(`${key} is missing`);
    for (const [column, value] of Object.entries(row ? plain(body) : {})) {
      if (column === changedInside) continue;
      values += 1;
      if (isDeepStrictEqual(row?.[column] ?? null, value ?? null)) continue;
      wrong.push(`${key}: ${column} is ${show(row?.[column])}, not ${show(value)}`);
    }
  }
  wrong.push(...[...emitted.keys()].filter((key) => !existing.has(key)).map((key) => `${key} does not exist`));
  return {
    rows: existing.size,
    values,
    columns: schemas.length,
    wrong: wrong.map((what) => `${stream.name}: ${what}`),
  };
}

/** Returns the truth. `only`: the ids of a stream of single records. */
async function existingRows(
  baseUrl: string,
  name: string,
  only: readonly string[],
): Promise<ReadonlyMap<string, TruthRow>> {
  const truth = await truthOf(baseUrl, TRUTH_OF[name] ?? name);
  return name in TRUTH_OF ? new Map([...truth].filter(([, { key }]) => only.includes(String(key.id)))) : truth;
}

function show(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 100);
}
