/** Rows and states that are committed together. */
import type { JsonObject, Row } from '../contract.ts';
import { keyText } from '../input/exact-json.ts';
import type { Table } from './table.ts';

export interface Batch {
  /** The last version of each row, by table and by the text of its key. */
  readonly rows: ReadonlyMap<Table, ReadonlyMap<string, Row>>;
  /** Tables of which every row came in this sync: the others are gone. */
  readonly whole: ReadonlySet<Table>;
  /** The last state of each stream. It covers rows of this batch and of earlier ones. */
  readonly states: ReadonlyMap<string, JsonObject>;
}

/** A batch that is still being filled. */
export class OpenBatch implements Batch {
  readonly rows = new Map<Table, Map<string, Row>>();
  readonly whole = new Set<Table>();
  readonly states = new Map<string, JsonObject>();
  /** How many rows were added, replaced ones included. */
  size = 0;

  add(table: Table, row: Row): void {
    const rows = this.rows.get(table) ?? new Map<string, Row>();
    this.rows.set(table, rows.set(JSON.stringify(table.primaryKey.map((field) => keyText(row[field]))), row));
    this.size += 1;
  }

  get isEmpty(): boolean {
    return this.size === 0 && this.states.size === 0 && this.whole.size === 0;
  }
}
