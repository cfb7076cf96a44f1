/** Holds what all syncs brought against what exists: what is lost, what is gone, and what changed without a sign. */
import { isDeepStrictEqual } from 'node:util';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type CatalogStream, type Output, type Row, rowsOf } from '../connector.ts';
import { latestRows, type TruthRow, truthOf } from '../truth.ts';

export interface Verdict {
  /** Rows that were compared. */
  readonly compared: number;
  /** Rows that exist and did not come, or not as they are: one line each. */
  readonly lost: readonly string[];
  /** Rows that came and that Intercom no longer shows. */
  readonly gone: number;
  /** Rows that are not as they came, since Intercom gave no sign of it. */
  readonly unseen: number;
}

export type Readings = Pick<SandboxOptions, 'taggingTouches' | 'membershipTouches' | 'notesTouch' | 'eventsTouch'>;

export interface Question {
  readonly baseUrl: string;
  readonly outputs: readonly Output[];
  readonly readings: Readings;
  /** Epoch seconds. */
  readonly startDate: number;
  /** Whether conversations that were deleted are marked. */
  readonly emitDeletions: boolean;
}

/** Streams that start_date bounds by the time of what they hang on. */
const bounded = /^(contact|conversation|ticket)s?(_(?!attributes)|$)|^(notes|activity_logs)$/;

export async function judge(
  stream: CatalogStream,
  { baseUrl, outputs, readings, startDate, emitDeletions }: Question,
): Promise<Verdict> {
  const { name } = stream;
  const incremental = stream.default_cursor_field !== undefined;
  // What has no cursor comes whole each time.
  const all = latestRows(stream, incremental ? outputs : outputs.slice(-1));
  const rows = new Map([...all].filter(([, row]) => row._ab_cdc_deleted_at == null));
  const truth = await truthOf(baseUrl, name);
  const lost: string[] = [];
  let unseen = 0;
  let compared = 0;
  for (const [key, expected] of truth) {
    if (isBefore(name, expected, startDate)) continue;
    compared += 1;
    const row = rows.get(key);
    const fault = row ? difference(stream, row, expected, readings) : 'did not come';
    if (!fault) continue;
    if (changedUnseen(name, expected, fault, readings)) unseen += 1;
    else lost.push(`${name} ${key}: ${fault}`);
  }
  const strange = [...rows.keys()].filter((key) => !truth.has(key));
  const isTold = !incremental || (emitDeletions && name === 'conversations');
  if (isTold) for (const key of strange) lost.push(`${name} ${key}: came and does not exist`);
  return { compared, lost, gone: isTold ? 0 : strange.length, unseen };
}

/** The last sync of all must be silent: the names of the streams with a cursor that were not. */
export function noisy(streams: readonly CatalogStream[], output: Output): readonly string[] {
  return streams.flatMap(({ name, default_cursor_field }) => {
    const rows = rowsOf(output, name);
    return default_cursor_field && rows.length > 0 ? [`${name}: ${rows.length} rows when nothing changed`] : [];
  });
}

function isBefore(name: string, { updated_at, body }: TruthRow, startDate: number): boolean {
  if (!bounded.test(name) || (name === 'notes' && 'company_id' in body)) return false;
  return Number(name === 'activity_logs' ? body.created_at : updated_at) < startDate;
}

/** Fields that our rows call otherwise, in line with the streams beside them. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contact_event_summaries: { name: 'event_name' },
};

/** Which field of a row is not as it should be; undefined where all are. */
function difference(stream: CatalogStream, row: Row, expected: TruthRow, readings: Readings): string | undefined {
  const { key, updated_at, body } = expected;
  const [cursor] = stream.default_cursor_field ?? [];
  const isPart = stream.name.endsWith('_parts');
  if (cursor && !isPart && !(cursor in body) && row[cursor] !== updated_at) return cursor;
  // A relation's row holds of the child what was true when the parent changed.
  const relation = Object.keys(key).length > 1 && Object.keys(key).every((field) => field.endsWith('_id'));
  if (relation) return undefined;
  const silent = silentFields(stream.name, readings);
  return Object.keys(body).find((field) => {
    if (silent.includes(field)) return false;
    return field === 'id'
      ? String(row.id) !== String(body.id)
      : !isDeepStrictEqual(row[renamed[stream.name]?.[field] ?? field], body[field]);
  });
}

/** Fields that change, under these readings, without `updated_at`. */
function silentFields(name: string, { taggingTouches, membershipTouches, notesTouch }: Readings): readonly string[] {
  return [
    ...(!taggingTouches && /^(contacts|conversations)$/.test(name) ? ['tags'] : []),
    ...(!notesTouch && /^(contacts|companies)$/.test(name) ? ['notes'] : []),
    ...(!membershipTouches && name === 'companies' ? ['user_count'] : []),
    // Companies that were deleted leave their contacts without touching them.
    ...(name === 'contacts' ? ['companies'] : []),
  ];
}

/** Whether a row is one that came about without a change of what it hangs on. */
function changedUnseen(name: string, { updated_at, body }: TruthRow, fault: string, readings: Readings): boolean {
  const { taggingTouches, membershipTouches, notesTouch, eventsTouch } = readings;
  const later = (time: unknown) => Number(time) > Number(updated_at);
  if (name === 'notes') return !notesTouch && later(body.created_at);
  if (name === 'contact_events') return !eventsTouch && later(body.created_at);
  if (name === 'contact_event_summaries') return !eventsTouch && later(Date.parse(String(body.last)) / 1000);
  if (name === 'contact_tags' || name === 'conversation_tags') return !taggingTouches && later(body.applied_at);
  return name === 'company_contacts' && !membershipTouches && fault === 'did not come' && later(body.created_at);
}
