/** The sink of a sync into tables: collects rows and states, and commits them together. */
import type { JsonObject, Log, Row } from '../contract.ts';
import type { Sink, StreamStatus } from '../engine/sink.ts';
import { storable } from '../process/storable-text.ts';
import { OpenBatch } from './batch.ts';
import type { Database } from './database.ts';
import type { Table } from './table.ts';

export interface TableSinkOptions {
  readonly database: Database;
  readonly tables: ReadonlyMap<string, Table>;
  /** Hears of errors and logs. */
  readonly log: Log;
  readonly failure: Sink['failure'];
}

export interface TableSink extends Sink {
  /** Commits what is left. Throws what the database threw. */
  readonly flush: () => Promise<void>;
}

/** How many rows are committed together at least, unless a second has gone by. */
const ENOUGH = 500;
const EVERY_MS = 1000;

export function createTableSink({ database, tables, log, failure }: TableSinkOptions): TableSink {
  let batch = new OpenBatch();
  let committedAt = performance.now();
  let underWay: Promise<void> | undefined;
  let failed: { readonly why: unknown } | undefined;

  async function commit(): Promise<void> {
    const full = batch;
    batch = new OpenBatch();
    try {
      await database.commit(full);
    } catch (error) {
      // No later state may be saved: it would cover the rows that were not.
      failed = { why: error };
      throw error;
    } finally {
      committedAt = performance.now();
      underWay = undefined;
    }
  }

  /** One commit at a time, so that a state never comes before its rows. */
  async function flushWhile(wanted: () => boolean): Promise<void> {
    while (underWay || wanted()) {
      if (failed) throw failed.why;
      underWay ??= commit();
      await underWay;
    }
  }

  function tableOf(stream: string): Table {
    const table = tables.get(stream);
    if (!table) throw new Error(`There is no table for the stream ${stream}.`);
    return table;
  }

  return {
    record(stream: string, row: Row) {
      const stored = storable(row);
      batch.add(tableOf(stream), stored);
      return stored !== row;
    },
    state(stream: string, state: JsonObject) {
      batch.states.set(stream, state);
      return 0;
    },
    status(stream: string, status: StreamStatus) {
      const table = tableOf(stream);
      if (status === 'COMPLETE' && table.isWhole) batch.whole.add(table);
    },
    // The progress shows waits.
    rateLimited: () => undefined,
    failure,
    log,
    ready: () =>
      flushWhile(() => batch.size >= ENOUGH || (!batch.isEmpty && performance.now() - committedAt >= EVERY_MS)),
    flush: () => flushWhile(() => !batch.isEmpty),
  };
}
