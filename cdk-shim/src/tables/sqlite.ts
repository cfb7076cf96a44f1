/** Tables in a SQLite file. Times are date-times in UTC as text; lists and objects are JSON. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Row } from '../contract.ts';
import { ConfigError, TransientError } from '../errors.ts';
import { isExactNumber } from '../input/exact-json.ts';
import { dateTime } from '../singer/rows.ts';
import { AIRBYTE_DELETED } from '../singer/schema.ts';
import type { Batch } from './batch.ts';
import { type Database, type DatabaseOptions, STATE_TABLE } from './database.ts';
import { endingsIn, isDeletion } from './deletions.ts';
import { type Column, newColumns, SYNCED_AT, type Table } from './table.ts';

interface OpenTable {
  readonly table: Table;
  readonly columns: Column[];
  /** Made again when the table gets a column. */
  upsert?: StatementSync;
}

export function sqliteDatabase(path: string, { keepDeleted }: DatabaseOptions): Database {
  let lock: DatabaseSync | undefined;
  let database: DatabaseSync | undefined;
  let syncedAt = '';
  const opened = new Map<Table, OpenTable>();

  function inUse(): DatabaseSync {
    if (!database) throw new Error('The database is not open.');
    return database;
  }

  function upsertRows(open: OpenTable, rows: Iterable<Row>): void {
    const { table, columns } = open;
    const all = [...rows];
    for (const column of newColumns(new Set(columns.map(({ name }) => name)), all)) {
      addColumn(inUse(), table.name, column);
      columns.push(column);
      delete open.upsert;
    }
    open.upsert ??= inUse().prepare(upsertOf(table, columns));
    for (const row of all) {
      if (isDeletion(row)) end(table, row);
      else open.upsert.run(...columns.map(({ name, kind }) => stored(row[name], kind)), syncedAt);
    }
  }

  function end({ name, primaryKey }: Table, row: Row): void {
    const where = primaryKey.map((field) => `${quoted(field)} = ?`).join(' AND ');
    const key = primaryKey.map((field) => stored(row[field], 'text'));
    if (!keepDeleted)
      inUse()
        .prepare(`DELETE FROM ${quoted(name)} WHERE ${where}`)
        .run(...key);
    else {
      const mark = `UPDATE ${quoted(name)} SET ${quoted(AIRBYTE_DELETED)} = ?, ${SYNCED_AT} = ? WHERE ${where}`;
      inUse()
        .prepare(mark)
        .run(stored(row[AIRBYTE_DELETED], 'time'), syncedAt, ...key);
    }
  }

  function endOlder(table: Table, batch: Batch): void {
    const { name, parent } = table;
    if (!parent) return;
    const where = `DELETE FROM ${quoted(name)} WHERE ${quoted(parent.id)} = ?`;
    const all = inUse().prepare(where);
    const older = inUse().prepare(`${where} AND ${quoted(parent.updatedAt)} < ?`);
    for (const { parentId, before } of endingsIn(table, batch, [...opened.keys()], keepDeleted)) {
      if (before === undefined) all.run(parentId);
      else older.run(parentId, before);
    }
  }

  function apply({ rows, whole, states }: Batch): void {
    for (const [table, its] of rows) upsertRows(openTable(table), its.values());
    for (const table of opened.keys()) endOlder(table, { rows, whole, states });
    for (const { name } of whole)
      inUse()
        .prepare(`DELETE FROM ${quoted(name)} WHERE ${SYNCED_AT} < ?`)
        .run(syncedAt);
    const save = inUse().prepare(`INSERT OR REPLACE INTO ${STATE_TABLE} VALUES (?, ?, ?)`);
    for (const [stream, state] of states) save.run(stream, JSON.stringify(state), syncedAt);
  }

  function openTable(table: Table): OpenTable {
    const known = opened.get(table);
    if (!known) throw new Error(`The table ${table.name} is not open.`);
    return known;
  }

  return {
    async open(tables) {
      try {
        lock = lockOf(path);
        database = new DatabaseSync(path);
        database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
        database.exec(
          `CREATE TABLE IF NOT EXISTS ${STATE_TABLE} (stream TEXT PRIMARY KEY, state TEXT, synced_at TEXT)`,
        );
        for (const table of tables) opened.set(table, { table, columns: createTable(database, table) });
        const saved = database.prepare(`SELECT * FROM ${STATE_TABLE}`).all();
        const last = saved.map(({ synced_at }) => Date.parse(String(synced_at)));
        syncedAt = new Date(Math.max(Date.now(), ...last.map((at) => at + 1))).toISOString();
        return { states: new Map(saved.map(({ stream, state }) => [String(stream), JSON.parse(String(state))])) };
      } catch (error) {
        if (error instanceof ConfigError) throw error;
        throw new ConfigError(`${path} cannot be used as a SQLite database (${reasonOf(error)}): check the path.`);
      }
    },
    async commit(batch) {
      try {
        inUse().exec('BEGIN IMMEDIATE');
        apply(batch);
        inUse().exec('COMMIT');
      } catch (error) {
        if (database?.isTransaction) database.exec('ROLLBACK');
        const advice = 'free some space or wait until others have finished with it, and run again';
        throw new TransientError(`${path} does not take more rows (${reasonOf(error)}): ${advice}.`, { cause: error });
      }
    },
    async close() {
      database?.close();
      lock?.close();
    },
  };
}

/** An open transaction on a file beside the database. The system ends it with the process, however the process ends. */
function lockOf(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}-lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!reasonOf(error).includes('locked')) throw error;
    throw new ConfigError(`Another sync writes into ${path}: wait until it has ended, or choose another database.`);
  }
}

/** Makes a table or the columns that it lacks, and returns its columns. */
function createTable(database: DatabaseSync, { name, columns, primaryKey }: Table): Column[] {
  const known = database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(name)
    .map((row) => String(row.name));
  if (known.length === 0) {
    const all = columns.map((column) => `${quoted(column.name)} ${TYPES[column.kind]}`).join(', ');
    const key = primaryKey.map(quoted).join(', ');
    database.exec(`CREATE TABLE ${quoted(name)} (${all}, ${SYNCED_AT} TEXT, PRIMARY KEY (${key}))`);
    return [...columns];
  }
  for (const column of columns) if (!known.includes(column.name)) addColumn(database, name, column);
  const named = new Set(columns.map((column) => column.name));
  const others = known.filter((column) => !named.has(column) && column !== SYNCED_AT);
  return [...columns, ...others.map((column): Column => ({ name: column, kind: 'json' }))];
}

function addColumn(database: DatabaseSync, table: string, { name, kind }: Column): void {
  database.exec(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(name)} ${TYPES[kind]}`);
}

const TYPES = { text: 'TEXT', integer: 'INTEGER', number: 'REAL', boolean: 'INTEGER', time: 'TEXT', json: 'TEXT' };

function upsertOf({ name }: Table, columns: readonly Column[]): string {
  const names = [...columns.map((column) => quoted(column.name)), SYNCED_AT];
  return `INSERT OR REPLACE INTO ${quoted(name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

function stored(value: unknown, kind: Column['kind']): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (kind === 'time') return dateTime(value);
  if (isExactNumber(value)) return value.rawJSON;
  if (kind === 'json') return JSON.stringify(value);
  // SQLite would make 7 the text "7.0".
  if (kind === 'text' && typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
