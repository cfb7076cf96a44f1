/** Rows of the files of a content export. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { ExportedRow } from '../../scans/export-job/rows.ts';
import { typedValue } from './values.ts';

/** Names that differ between Intercom's documentation and its files. */
const SPELLINGS: Readonly<Record<string, string>> = { first_dismisall: 'first_dismissal' };

/** A row as it stands in the file, with the values in the types of their columns. The columns of the key stay text. */
export function plainRow(item: ExportedRow, key: readonly string[]): JsonObject {
  const { columns, values } = item;
  const row: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? '';
    row[SPELLINGS[column] ?? column] = key.includes(column) ? value : typedValue(column, value);
  }
  return row;
}

/** An event of a receipt. The time has another name in each file, such as opened_at and clicked_at. */
export function eventRow(item: ExportedRow): Row {
  const { receipt_id, ...rest } = plainRow(item, []);
  const at = item.columns.find((column) => column.endsWith('_at')) ?? '';
  const { [at]: occurredAt = null, ...details } = rest;
  return {
    receipt_event_key: item.ordinal === 0 ? item.hash : `${item.hash}-${item.ordinal}`,
    kind: item.kind,
    receipt_id,
    occurred_at: occurredAt,
    details,
  };
}
