/** Compares the rows of all syncs with the truth: lost rows, deleted rows, and rows that changed without a sign. */
import { type CatalogStream, type Output, rowsOf } from '../../tests/harness/connector.ts';
import { latestRows, type TruthRow, truthOf } from '../../tests/harness/truth.ts';
import { compareRow } from '../../tests/harness/whole-row.ts';

export interface Verdict {
  /** Rows that were compared. */
  readonly compared: number;
  /** Rows that exist and did not come, or not as they are: one line each. */
  readonly lost: readonly string[];
  /** Rows that came and that Intercom no longer shows. */
  readonly gone: number;
  /** Rows that are not as they came, since Intercom gave no sign of it. */
  readonly unseen: number;
  /** Rows with a nested record that changed since, of which only the id was compared. */
  readonly stale: number;
}

export interface Question {
  readonly baseUrl: string;
  readonly outputs: readonly Output[];
  /** Epoch seconds. */
  readonly startDate: number;
  /** Whether conversations that were deleted are marked. */
  readonly emitDeletions: boolean;
}

/** The kinds of records that start_date bounds, and so all that hangs on them. */
const bounded: ReadonlySet<string> = new Set(['contacts', 'conversations', 'tickets', 'activity_logs']);

export async function judge(
  stream: CatalogStream,
  { baseUrl, outputs, startDate, emitDeletions }: Question,
): Promise<Verdict> {
  const { name } = stream;
  const incremental = stream.default_cursor_field !== undefined;
  // A stream without a cursor is emitted whole each time.
  const truth = await truthOf(baseUrl, name);
  const all = latestRows(stream, incremental ? outputs : outputs.slice(-1), truth);
  const rows = new Map([...all].filter(([, row]) => row._ab_cdc_deleted_at == null));
  // Contacts tell of their merges only where deletions are asked for.
  const besides = emitDeletions ? ['merge_history'] : [];
  const lost: string[] = [];
  let unseen = 0;
  let compared = 0;
  let stale = 0;
  for (const [key, expected] of truth) {
    if (isBefore(expected, startDate)) continue;
    compared += 1;
    const row = rows.get(key);
    const whole = row && compareRow(row, expected, { besides });
    if (whole?.stale) stale += 1;
    const fault = whole ? whole.wrong.join(', ') : 'did not come';
    if (!fault) continue;
    if (expected.unannounced) unseen += 1;
    else lost.push(`${name} ${key}: ${fault}`);
  }
  const strange = [...rows.keys()].filter((key) => !truth.has(key));
  const isTold = !incremental || (emitDeletions && name === 'conversations');
  if (isTold) for (const key of strange) lost.push(`${name} ${key}: came and does not exist`);
  return { compared, lost, gone: isTold ? 0 : strange.length, unseen, stale };
}

/** The last sync of all must be silent: the names of the streams with a cursor that were not. */
export function noisy(streams: readonly CatalogStream[], output: Output): readonly string[] {
  return streams.flatMap(({ name, default_cursor_field }) => {
    const rows = rowsOf(output, name);
    return default_cursor_field && rows.length > 0 ? [`${name}: ${rows.length} rows when nothing changed`] : [];
  });
}

function isBefore({ of, updated_at }: TruthRow, startDate: number): boolean {
  return of !== null && bounded.has(of) && Number(updated_at) < startDate;
}
