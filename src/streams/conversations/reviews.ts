/** Reviews of the quality of conversations: fields that the search shows only where a stream of theirs is read. */
import { isRead } from '../expand/expand.ts';

const REVIEWS = [
  { field: 'scorecards', stream: 'conversation_scorecards', parameter: 'include_scorecards' },
  { field: 'monitor_evaluations', stream: 'conversation_monitor_evaluations', parameter: 'include_monitors' },
] as const;

/** The parameters that ask a search for the reviews that `streams` need. */
export function reviewParameters(streams: ReadonlySet<string>): Readonly<Record<string, true>> {
  const needed = REVIEWS.filter(({ stream }) => isRead(stream, streams));
  return Object.fromEntries(needed.map(({ parameter }) => [parameter, true]));
}

/** The conversations without some fields, so that the many streams that see the same hash one object. */
const shown = new WeakMap<object, Map<string, object>>();

/** The conversation without the reviews that are none of the stream's: it has the same rows whatever else is read. */
export function withoutReviews<T extends object>(conversation: T, stream: string): Partial<T> {
  const others = REVIEWS.filter((review) => review.field in conversation && !isRead(review.stream, new Set([stream])));
  if (others.length === 0) return conversation;
  const fields = others.map(({ field }) => field);
  const versions = shown.get(conversation) ?? new Map<string, Partial<T>>();
  shown.set(conversation, versions);
  const version = versions.get(String(fields)) ?? without(conversation, fields);
  versions.set(String(fields), version);
  return version;
}

function without<T extends object>(record: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !fields.includes(name))) as Partial<T>;
}
