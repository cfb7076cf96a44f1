/** Tables in a schema of a PostgreSQL database. Times are timestamps with time zone; lists and objects are jsonb. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { JsonObject } from '../contract.ts';
import { ConfigError, TransientError } from '../errors.ts';
import type { Batch } from './batch.ts';
import { type Database, type DatabaseOptions, STATE_TABLE } from './database.ts';
import { endingsIn, isDeletion } from './deletions.ts';
import * as sql from './postgres-sql.ts';
import { type Column, newColumns, SYNCED_AT, type Table } from './table.ts';

export interface PostgresOptions extends DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The schema of the tables, made where it is missing. */
  readonly schema: string;
}

/** How long to wait, in milliseconds, before each try with a new connection: a server needs some time to restart. */
const WAITS_MS = [0, 500, 1000, 2000, 4000, 8000, 16_000];
/** A person waits for the first connection. */
const ONCE_MS = [0];

export function postgresDatabase({ url, schema, keepDeleted }: PostgresOptions): Database {
  const tables = new Map<Table, Column[]>();
  let client: pg.Client | undefined;
  let syncedAt = '';
  const about = (table: Table) => sql.named(schema, table.name);

  async function connect(): Promise<pg.Client> {
    if (client) return client;
    const made = new pg.Client({ connectionString: url });
    // A connection that breaks between two queries says so here; the next query then fails.
    made.on('error', () => undefined);
    await made.connect();
    const { rows } = await made.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine', [
      `sync ${schema}`,
    ]);
    if (rows[0]?.mine !== true) {
      await made.end();
      throw new ConfigError(
        `Another sync writes into the schema "${schema}": wait until it has ended, or choose another schema.`,
      );
    }
    client = made;
    return made;
  }

  /** Runs `work` in one transaction. After a broken connection it runs again on a new one: every write may be repeated. */
  async function transaction<R>(waits: readonly number[], work: (client: pg.Client) => Promise<R>): Promise<R> {
    for (const [tries, wait] of waits.entries()) {
      await sleep(wait);
      try {
        const connected = await connect();
        await connected.query('BEGIN');
        const result = await work(connected);
        await connected.query('COMMIT');
        return result;
      } catch (error) {
        await client?.end().catch(() => undefined);
        client = undefined;
        if (!isBroken(error) || tries === waits.length - 1) throw error;
      }
    }
    throw new Error('unreachable');
  }

  async function apply(connected: pg.Client, batch: Batch): Promise<void> {
    for (const [table, its] of batch.rows) {
      const rows = [...its.values()];
      const columns = tables.get(table) ?? [];
      for (const column of newColumns(new Set(columns.map(({ name }) => name)), rows)) {
        await connected.query(sql.addColumn(about(table), column));
        columns.push(column);
      }
      const kept = rows.filter((row) => !isDeletion(row)).map((row) => sql.rowOf(row, columns));
      if (kept.length > 0) await connected.query(sql.upsert(about(table), table, columns), [sql.json(kept), syncedAt]);
      const gone = rows.filter(isDeletion).map((row) => sql.rowOf(row, columns));
      const end = keepDeleted ? sql.markDeleted(about(table), table) : sql.deleteRows(about(table), table);
      if (gone.length > 0) await connected.query(end, keepDeleted ? [sql.json(gone), syncedAt] : [sql.json(gone)]);
    }
    for (const table of tables.keys()) {
      const endings = endingsIn(table, batch, [...tables.keys()], keepDeleted);
      if (endings.length > 0) await connected.query(sql.endRows(about(table), table), [JSON.stringify(endings)]);
    }
    for (const table of batch.whole) await connected.query(sql.deleteUnseen(about(table)), [syncedAt]);
    await saveStates(connected, batch.states);
  }

  async function saveStates(connected: pg.Client, states: ReadonlyMap<string, JsonObject>): Promise<void> {
    for (const [stream, state] of states) {
      await connected.query(sql.saveState(sql.named(schema, STATE_TABLE)), [stream, JSON.stringify(state), syncedAt]);
    }
  }

  return {
    async open(all) {
      try {
        return await transaction(ONCE_MS, async (connected) => {
          await connected.query(`CREATE SCHEMA IF NOT EXISTS ${sql.quoted(schema)}`);
          await connected.query(sql.createStateTable(sql.named(schema, STATE_TABLE)));
          for (const table of all) tables.set(table, await madeTable(connected, schema, table));
          const { rows } = await connected.query<SavedState>(`SELECT * FROM ${sql.named(schema, STATE_TABLE)}`);
          const last = rows.map(({ synced_at }) => synced_at.getTime() + 1);
          syncedAt = new Date(Math.max(Date.now(), ...last)).toISOString();
          return { states: new Map(rows.map(({ stream, state }) => [stream, JSON.parse(state) as JsonObject])) };
        });
      } catch (error) {
        if (error instanceof ConfigError) throw error;
        throw new ConfigError(
          `The PostgreSQL database cannot be used (${reasonOf(error)}): check the address after --into.`,
        );
      }
    },
    async commit(batch) {
      try {
        await transaction(WAITS_MS, (connected) => apply(connected, batch));
      } catch (error) {
        if (error instanceof ConfigError) throw error;
        throw new TransientError(`PostgreSQL does not take more rows (${reasonOf(error)}): run again when it does.`, {
          cause: error,
        });
      }
    },
    async close() {
      await client?.end();
    },
  };
}

interface SavedState {
  readonly stream: string;
  readonly state: string;
  readonly synced_at: Date;
}

/** Makes a table or the columns that it lacks, and returns its columns. */
async function madeTable(client: pg.Client, schema: string, table: Table): Promise<Column[]> {
  const name = sql.named(schema, table.name);
  await client.query(sql.createTable(name, table));
  const { rows } = await client.query<{ column_name: string }>(
    'SELECT column_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [schema, table.name],
  );
  const known = new Set(rows.map(({ column_name }) => column_name));
  for (const column of table.columns) if (!known.has(column.name)) await client.query(sql.addColumn(name, column));
  const named = new Set(table.columns.map((column) => column.name));
  const others = [...known].filter((column) => !named.has(column) && column !== SYNCED_AT);
  return [...table.columns, ...others.map((column): Column => ({ name: column, kind: 'json' }))];
}

/** Whether the connection broke, or the server is starting or ending. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isBroken(error: unknown): boolean {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  return (
    /^(57P0[123]|08...)$/.test(code) || /^E[A-Z]+$/.test(code) || /Connection terminated|not queryable/.test(message)
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
