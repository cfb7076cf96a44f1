/** Which rows of a batch end others: a deleted record ends its row and the rows that hang on it, a changed one ends the older rows of its sets. */
import type { Row } from '../contract.ts';
import { keyText } from '../input/exact-json.ts';
import { dateTime } from '../singer/rows.ts';
import { AIRBYTE_DELETED } from '../singer/schema.ts';
import type { Batch } from './batch.ts';
import { parentOf, type Table } from './table.ts';

/** Ends the rows of one parent in a table. */
export interface Ending {
  readonly parentId: string;
  /** Rows whose parent was changed before this date-time end; without it all rows of the parent end. */
  readonly before?: string;
}

export function isDeletion(row: Row): boolean {
  return row[AIRBYTE_DELETED] !== undefined && row[AIRBYTE_DELETED] !== null;
}

/** The endings in `table` that follow from a batch. `tables`: all tables of the sync. */
export function endingsIn(
  table: Table,
  batch: Batch,
  tables: readonly Table[],
  keepDeleted: boolean,
): readonly Ending[] {
  const { parent } = table;
  if (!parent) return [];
  const newest = new Map<string, string>();
  const see = (id: unknown, time: unknown) => {
    const at = dateTime(time);
    if (at !== null && at > (newest.get(keyText(id)) ?? '')) newest.set(keyText(id), at);
  };
  const gone: Ending[] = [];
  const of = parentOf(table, tables);
  for (const row of (of && batch.rows.get(of)?.values()) ?? []) {
    if (!isDeletion(row)) see(row.id, row.updated_at);
    else if (!keepDeleted) gone.push({ parentId: keyText(row.id) });
  }
  if (!table.isSet) return gone;
  for (const row of batch.rows.get(table)?.values() ?? []) see(row[parent.id], row[parent.updatedAt]);
  return [...gone, ...[...newest].map(([parentId, before]) => ({ parentId, before }))];
}
