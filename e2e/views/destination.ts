/** Tables in PostgreSQL with the columns and types that Airbyte's destination for PostgreSQL makes, and the rows of two syncs in them. */
import type { CatalogStream, Output, Row } from '../../tests/harness/connector.ts';
import { keyFieldsOf, keyOf } from '../../tests/harness/truth.ts';

type Schema = { readonly type?: string | readonly string[] };

/** A column of another type, or of several types, is `jsonb`. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'varchar',
  integer: 'bigint',
  number: 'decimal',
  boolean: 'boolean',
};

/** Returns SQL that creates the tables in the schema `intercom` and fills them. */
export function tablesSql(streams: readonly CatalogStream[], syncs: readonly Output[]): string {
  const tables = streams.flatMap((stream) => [createTable(stream), insertRows(stream, syncs)]);
  return ['create schema intercom', ...tables].map((sql) => `${sql};\n`).join('');
}

function createTable({ name, json_schema }: CatalogStream): string {
  const { properties } = json_schema as { readonly properties: Readonly<Record<string, Schema>> };
  const columns = Object.entries(properties).map(([column, { type = [] }]) => {
    const types = [type].flat().filter((one) => one !== 'null');
    return `"${column}" ${(types.length === 1 && TYPES[types[0] ?? '']) || 'jsonb'}`;
  });
  return `create table intercom."${name}" (${[...columns, '_airbyte_extracted_at timestamptz not null'].join(', ')})`;
}

/** The rows of each key are deduplicated. A stream without a cursor is overwritten. */
function insertRows(stream: CatalogStream, syncs: readonly Output[]): string {
  const merged = (stream.default_cursor_field ?? []).length > 0 ? syncs : syncs.slice(-1);
  const rows = new Map<string, Row>();
  for (const { record } of merged.flatMap(({ messages }) => messages)) {
    if (record?.stream !== stream.name) continue;
    const extracted = new Date(record.emitted_at).toISOString();
    rows.set(keyOf(record.data, keyFieldsOf(stream)), { ...record.data, _airbyte_extracted_at: extracted });
  }
  const table = `intercom."${stream.name}"`;
  const json = `$rows$${JSON.stringify([...rows.values()])}$rows$`;
  return `insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${json})`;
}
