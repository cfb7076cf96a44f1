/** A database that a sync keeps up to date. */
import type { JsonObject } from '../contract.ts';
import type { Batch } from './batch.ts';
import type { Table } from './table.ts';

/** The table with the state of each stream. */
export const STATE_TABLE = '_sync_state';

export interface Opened {
  /** The state of each stream that earlier syncs saved. */
  readonly states: ReadonlyMap<string, JsonObject>;
}

export interface DatabaseOptions {
  /** Whether a deleted record keeps its row, marked by the time of its deletion. Default: the row is deleted. */
  readonly keepDeleted: boolean;
}

export interface Database {
  /**
   * Locks the database against other syncs, makes the tables and columns that are missing, and returns what earlier syncs
   * saved. Throws ConfigError where the database cannot be used, or another sync writes into it.
   */
  readonly open: (tables: readonly Table[]) => Promise<Opened>;
  /** Commits a batch in one transaction. Throws TransientError where the database does not take it. */
  readonly commit: (batch: Batch) => Promise<void>;
  readonly close: () => Promise<void>;
}
