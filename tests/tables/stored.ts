/** What stands in the tables of a database, in the form in which the streams emit it, and how it differs from the truth. */
import { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { type Column, type Table, tableOf } from '../../cdk-shim/src/tables/table.ts';
import { readSchema } from '../../src/schemas/read-schema.ts';
import { streams } from '../../src/streams/index.ts';
import type { IntercomStream } from '../../src/streams/stream.ts';
import type { Row } from '../harness/connector.ts';
import { keyOf, truthOf } from '../harness/truth.ts';
import { compareRow } from '../harness/whole-row.ts';

const root = new URL('../../', import.meta.url);

/** The table of a stream. */
export function tableFor(stream: IntercomStream): Table {
  return tableOf(stream, readSchema(stream, root) as JsonObject);
}

/** All rows of a table in a SQLite file. */
export function sqliteRows(path: string, table: Table): readonly Row[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare(`SELECT * FROM "${table.name}"`).all() as Row[];
  } finally {
    database.close();
  }
}

/** The streams whose rows are the same for every reader: counts say when they were made. */
export const comparable = streams.filter(({ name, offered }) => !offered && name !== 'counts');

export const none: Difference = { missing: [], strange: [], wrong: [] };

export interface Difference {
  readonly missing: readonly string[];
  readonly strange: readonly string[];
  readonly wrong: readonly string[];
}

/** Compares the rows of a stream's table with what exists. `textual`: whether objects, lists and booleans are stored as in SQLite. */
export async function differences(
  baseUrl: string,
  stream: IntercomStream,
  rows: readonly Row[],
  { textual }: { readonly textual: boolean },
): Promise<Difference> {
  const table = tableFor(stream);
  const truth = await truthOf(baseUrl, stream.name);
  const [one] = truth.values();
  const emitted = rows.map((row) => emittedForm(row, table.columns, textual));
  const fields = Object.keys(one?.key ?? {}).filter((field) => one !== undefined && field in one.body);
  const stored = new Map<string, Row>();
  const seen = new Map<string, number>();
  for (const row of emitted) {
    const alike = keyOf(row, fields);
    const ordinal = seen.get(alike) ?? 0;
    seen.set(alike, ordinal + 1);
    stored.set(one && 'ordinal' in one.key ? keyOf({ ...row, ordinal }, Object.keys(one.key)) : alike, row);
  }
  const wrong = [...truth].flatMap(([key, expected]) => {
    const row = stored.get(key);
    const body = withTexts(withoutNulls(expected.body), table.columns);
    // A sync into tables asks for merges, to take over deletions.
    const found = row ? compareRow(row, { ...expected, body }, { besides: ['merge_history'] }) : { wrong: [] };
    return found.wrong.map((field) => `${key}.${field}`);
  });
  return {
    missing: [...truth.keys()].filter((key) => !stored.has(key)),
    strange: [...stored.keys()].filter((key) => !truth.has(key)),
    wrong,
  };
}

function emittedForm(row: Row, columns: readonly Column[], textual: boolean): Row {
  const kinds = new Map(columns.map(({ name, kind }) => [name, kind]));
  const { _synced_at: _, ...rest } = row;
  const plain = Object.entries(rest).map(([name, value]) => {
    const kind = kinds.get(name) ?? 'json';
    if (value === null) return [name, value];
    if (kind === 'time') return [name, Date.parse(String(value)) / 1000];
    if (textual && kind === 'json') return [name, JSON.parse(String(value))];
    return [name, textual && kind === 'boolean' ? value === 1 : value];
  });
  return withoutNulls(Object.fromEntries(plain));
}

/** A column that may hold texts or numbers holds both as text. */
function withTexts(row: Row, columns: readonly Column[]): Row {
  const texts = columns.flatMap(({ name, kind }) => (kind === 'text' && typeof row[name] === 'number' ? [name] : []));
  return { ...row, ...Object.fromEntries(texts.map((name) => [name, String(row[name])])) };
}

/** A column that is null and a column that is not there are the same in a table. */
function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
