/** A row of a reporting dataset. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { ExportedRow } from '../../scans/export-job/rows.ts';
import { namesOf, type ReportColumn } from './columns.ts';

/** The columns that tell the rows of a dataset apart, where it has such. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  conversation: ['conversation_id'],
  consolidated_conversation_part: ['action_id'],
  conversation_state: ['conversation_id', 'conversation_state_started_at'],
  conversation_rating_sent: ['conversation_rating_id'],
  conversation_sla_status_log: ['conversation_id', 'sla_started_at', 'sla_metric_type'],
  teammate_handling_conversation: ['conversation_id', 'handling_teammate_id'],
  tickets: ['conversation_id'],
  call: ['call_id'],
  call_team_stats: ['call_id', 'team_id'],
  call_teammate_stats: ['call_id', 'teammate_id'],
};

/** Whether a row that changed keeps its key. */
export function isKeyed(dataset: string): boolean {
  return dataset in KEYS;
}

/** Texts as Intercom gives them, since times have no zone; null for nothing. The same header always has the same names. */
export function reportRow(dataset: string): (item: ExportedRow, columns: readonly ReportColumn[]) => Row {
  const known = new WeakMap<readonly string[], readonly string[]>();
  return (item, columns) => {
    const names = known.get(item.columns) ?? namesOf(item.columns, columns);
    known.set(item.columns, names);
    const fields = Object.fromEntries(names.map((name, index) => [name, item.values[index] || null]));
    return {
      ...fields,
      row_key: keyOf(KEYS[dataset], fields) ?? `${item.hash}-${item.ordinal}`,
      window_start: item.window.after,
      exported_at: item.exportedAt,
    };
  };
}

/** Undefined for a row without all columns of the key. */
function keyOf(key: readonly string[] | undefined, fields: Row): string | undefined {
  const values = key?.map((column) => fields[column]);
  return values?.every((value) => typeof value === 'string') ? values.join('|') : undefined;
}
