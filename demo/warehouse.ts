/** A small warehouse: one SQLite file, a table a stream, rows upserted by primary key. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { DiscoveredStream, Row } from './sync.ts';

export interface Warehouse {
  readonly upsert: (stream: string, row: Row) => void;
  /** Rows of one query, as objects. */
  readonly query: (sql: string) => readonly Row[];
  /** Runs `work` in one transaction: SQLite is slow at one row a transaction. */
  readonly transaction: <R>(work: () => Promise<R>) => Promise<R>;
  readonly close: () => void;
}

/** Columns are the top-level fields of each stream's schema; objects and lists are stored as JSON text. */
export function openWarehouse(path: string, streams: readonly DiscoveredStream[]): Warehouse {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL');
  const tables = new Map(streams.map((stream) => [stream.name, createTable(database, stream)]));
  return {
    upsert(stream, row) {
      const table = tables.get(stream);
      if (!table) throw new Error(`there is no table for stream "${stream}"`);
      table.insert.run(...table.columns.map((column) => stored(row[column])));
    },
    query: (sql) => database.prepare(sql).all() as Row[],
    async transaction(work) {
      database.exec('BEGIN');
      const result = await work();
      database.exec('COMMIT');
      return result;
    },
    close: () => database.close(),
  };
}

interface Table {
  readonly columns: readonly string[];
  readonly insert: StatementSync;
}

function createTable(database: DatabaseSync, { name, columns, primaryKey }: DiscoveredStream): Table {
  const names = columns.map(quoted).join(', ');
  const key = primaryKey.map(quoted).join(', ');
  database.exec(`CREATE TABLE ${quoted(name)} (${names}, PRIMARY KEY (${key}))`);
  const values = columns.map(() => '?').join(', ');
  return { columns, insert: database.prepare(`INSERT OR REPLACE INTO ${quoted(name)} (${names}) VALUES (${values})`) };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function stored(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return JSON.stringify(value);
}
