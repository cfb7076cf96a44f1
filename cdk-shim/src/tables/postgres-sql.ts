/** The statements of a sync in PostgreSQL. Rows come as one parameter of JSON, which jsonb_to_recordset turns into a table. */
import type { Row } from '../contract.ts';
import { isExactNumber } from '../input/exact-json.ts';
import { dateTime } from '../singer/rows.ts';
import { AIRBYTE_DELETED } from '../singer/schema.ts';
import { type Column, SYNCED_AT, type Table } from './table.ts';

const TYPES = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  time: 'timestamptz',
  json: 'jsonb',
};

/** A bigint of PostgreSQL has 64 bits. */
const [LEAST, MOST] = [-(2n ** 63n), 2n ** 63n - 1n];

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function named(schema: string, table: string): string {
  return `${quoted(schema)}.${quoted(table)}`;
}

export function createStateTable(name: string): string {
  return `CREATE TABLE IF NOT EXISTS ${name} (stream text PRIMARY KEY, state text NOT NULL, synced_at timestamptz NOT NULL)`;
}

export function saveState(name: string): string {
  return `INSERT INTO ${name} VALUES ($1, $2, $3)
    ON CONFLICT (stream) DO UPDATE SET state = excluded.state, synced_at = excluded.synced_at`;
}

export function createTable(name: string, { columns, primaryKey }: Table): string {
  const all = columns.map((column) => `${quoted(column.name)} ${TYPES[column.kind]}`).join(', ');
  const key = primaryKey.map(quoted).join(', ');
  return `CREATE TABLE IF NOT EXISTS ${name} (${all}, ${SYNCED_AT} timestamptz, PRIMARY KEY (${key}))`;
}

export function addColumn(name: string, column: Column): string {
  return `ALTER TABLE ${name} ADD COLUMN IF NOT EXISTS ${quoted(column.name)} ${TYPES[column.kind]}`;
}

/** Parameters: rows, and the time of the sync. */
export function upsert(name: string, { primaryKey }: Table, columns: readonly Column[]): string {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const fields = [...columns.map((column) => column.name), SYNCED_AT].map(quoted);
  return `INSERT INTO ${name} (${names}, ${SYNCED_AT}) SELECT ${names}, $2::timestamptz FROM ${recordset(columns)}
    ON CONFLICT (${primaryKey.map(quoted).join(', ')}) DO UPDATE SET ${fields.map((each) => `${each} = excluded.${each}`).join(', ')}`;
}

/** Parameter: rows, of which the key counts. */
export function deleteRows(name: string, table: Table): string {
  return `DELETE FROM ${name} AS t USING ${recordset(keyColumns(table))} WHERE ${sameKey(table)}`;
}

/** Parameters: rows with their key and the time of their deletion, and the time of the sync. */
export function markDeleted(name: string, table: Table): string {
  const marker: Column = { name: AIRBYTE_DELETED, kind: 'time' };
  return `UPDATE ${name} AS t SET ${AIRBYTE_DELETED} = r.${AIRBYTE_DELETED}, ${SYNCED_AT} = $2::timestamptz
    FROM ${recordset([...keyColumns(table), marker])} WHERE ${sameKey(table)}`;
}

/** Parameter: endings, as `endingsIn` gives them. */
export function endRows(name: string, { parent }: Table): string {
  if (!parent) throw new Error(`${name} has no parent.`);
  return `DELETE FROM ${name} AS t USING jsonb_to_recordset($1::jsonb) AS e("parentId" text, before timestamptz)
    WHERE t.${quoted(parent.id)} = e."parentId" AND (e.before IS NULL OR t.${quoted(parent.updatedAt)} < e.before)`;
}

/** Parameter: the time of the sync. */
export function deleteUnseen(name: string): string {
  return `DELETE FROM ${name} WHERE ${SYNCED_AT} < $1::timestamptz`;
}

/** A row with the values that the types of its columns take. */
export function rowOf(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ name, kind }) => [name, stored(row[name], kind)]));
}

export function json(rows: readonly Row[]): string {
  return JSON.stringify(rows);
}

function stored(value: unknown, kind: Column['kind']): unknown {
  if (value === undefined || value === null) return null;
  if (kind === 'time') return dateTime(value);
  if (kind === 'integer' && isExactNumber(value)) return fitsBigint(value.rawJSON) ? value : null;
  if (kind !== 'text' || typeof value === 'string') return value;
  return isExactNumber(value) ? value.rawJSON : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fitsBigint(digits: string): boolean {
  if (!/^-?\d+$/.test(digits)) return false;
  const number = BigInt(digits);
  return number >= LEAST && number <= MOST;
}

function recordset(columns: readonly Column[]): string {
  return `jsonb_to_recordset($1::jsonb) AS r(${columns.map(({ name, kind }) => `${quoted(name)} ${TYPES[kind]}`).join(', ')})`;
}

function keyColumns({ columns, primaryKey }: Table): readonly Column[] {
  return columns.filter(({ name }) => primaryKey.includes(name));
}

function sameKey({ primaryKey }: Table): string {
  return primaryKey.map((field) => `t.${quoted(field)} = r.${quoted(field)}`).join(' AND ');
}
