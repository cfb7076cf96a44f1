/** The result of a fuzzed sync. Throws where it broke a promise: an end without a message, a lost record, an endless wait. */
import type { Message, Row } from '../../tests/harness/connector.ts';
import type { Altered } from './alteration.ts';
import { presentable } from './files.ts';

export interface Sync {
  readonly stream: string;
  /** The fields of the stream's key. */
  readonly key: readonly string[];
  /** Lines of output. */
  readonly lines: readonly string[];
  /** The alterations of the answers. */
  readonly altered: readonly Altered[];
  /** Milliseconds, each, that the client waited for quota. */
  readonly waits: readonly number[];
}

/** Windows of the rate limit last ten seconds: no answer may hold a sync up for longer than some of them. */
const LONGEST_WAIT = 120_000;

/** Streams whose rows are the records of a list; the rows of the others hang on fields of these. */
const OWN = [
  'tags',
  'admins',
  'segments',
  'contact_attributes',
  'companies',
  'contacts',
  'conversations',
  'tickets',
  'activity_logs',
  'deleted_conversations',
];

/** `whole`: the same sync where nothing was altered. */
export function judged(sync: Sync, whole: Sync): string {
  const messages = sync.lines.map((line) => JSON.parse(line) as Message);
  const statuses = messages.flatMap(({ trace }) => trace?.stream_status?.status ?? []);
  const ends = statuses.filter((status) => status === 'COMPLETE' || status === 'INCOMPLETE');
  const errors = messages.flatMap(({ trace }) => trace?.error ?? []);
  const problem = (what: string) =>
    new Error(`${sync.stream}: ${what} after ${JSON.stringify(sync.altered.map(told))}`);

  if (ends.length !== 1) throw problem(`ended with ${JSON.stringify(ends)}`);
  const longest = Math.max(0, ...sync.waits);
  if (longest > LONGEST_WAIT) throw problem(`waited ${longest} ms`);
  const counted = messages.reduce((sum, { state }) => sum + (state?.sourceStats.recordCount ?? 0), 0);
  const rows = messages.flatMap(({ record }) => (record ? [record.data] : []));
  if (ends[0] === 'INCOMPLETE') {
    if (errors.length === 0) throw problem('is INCOMPLETE without an error');
    for (const { message, failure_type } of errors) {
      // A fault of the code is reported with its stack, for developers.
      if (failure_type !== 'system_error') presentable(message);
      else if (!message.startsWith('Unexpected error. Please report it')) throw problem(`said ${message}`);
    }
    return `INCOMPLETE, ${errors[0]?.failure_type}`;
  }
  if (errors.length > 0) throw problem(`is COMPLETE with ${JSON.stringify(errors)}`);
  if (counted !== rows.length) throw problem(`counted ${counted} of ${rows.length} rows`);
  const state = messages.findLast((message) => message.state)?.state?.stream.stream_state;
  if (Object.values(state ?? {}).includes(null)) throw problem(`saved ${JSON.stringify(state)}`);
  const lost = lostOf(sync, whole, rows);
  if (lost.length > 0) throw problem(`lost ${lost.join(', ')}`);
  return sync.altered.length > 0 ? 'COMPLETE all the same' : 'COMPLETE, not altered';
}

/** Keys of rows that are there, were not spoiled, and did not come. */
function lostOf({ stream, key, altered }: Sync, whole: Sync, rows: readonly Row[]): readonly string[] {
  const own = OWN.includes(stream);
  if (altered.some(({ kind, spoiled }) => spoiled === 'all' || (!own && kind !== 'nothing'))) return [];
  const spoiled = altered.flatMap(({ spoiled }) => spoiled).map(String);
  const keyOf = (row: Row) => key.map((field) => String(row[field])).join(' ');
  const came = new Set(rows.map(keyOf));
  return rowsIn(whole)
    .filter((row) => !came.has(keyOf(row)) && !key.some((field) => spoiled.includes(String(row[field]))))
    .map(keyOf);
}

function rowsIn({ lines }: Sync): readonly Row[] {
  return lines.flatMap((line) => {
    const { record } = JSON.parse(line) as Message;
    return record ? [record.data] : [];
  });
}

function told({ kind, what }: Altered): string {
  return `${kind}: ${what}`;
}
