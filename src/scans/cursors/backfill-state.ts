/** The part of a stream's state about a backfill that is not over. */
import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';
import { ALL_TIME, type Range, type Ranges } from './ranges.ts';
import { savedTime } from './saved-time.ts';

export interface Backfill {
  /** Intercom's clock, in epoch seconds, when the backfill began; kept across resumes. */
  readonly began: number;
  /** The times of `created_at` that were not read. */
  readonly unread: Ranges;
  /** Whether this is a second backfill, since Intercom counts more records than the first one returned. */
  readonly again?: boolean;
}

/**
 * Reads the `backfill` of a state; undefined if it has none. Earlier versions saved a single time, `at`: the last second that
 * they read, perhaps not whole. `newestFirst`: whether they read this resource so. Throws ConfigError for another form.
 */
export function readBackfill(backfill: unknown, newestFirst: boolean): Backfill | undefined {
  if (backfill === undefined || backfill === null) return undefined;
  if (typeof backfill !== 'object' || Array.isArray(backfill)) throw misunderstood('"backfill" that is not an object');
  const { unread, again, ...saved } = backfill as JsonObject;
  const began = savedTime(saved.began, 'backfill.began');
  if (began === undefined) return undefined;
  const ranges = unread === undefined ? unreadFrom(savedTime(saved.at, 'backfill.at'), newestFirst) : rangesIn(unread);
  return { began, unread: ranges, ...(again === true ? { again } : {}) };
}

/** A range to the end of time ends in null, since JSON has no infinity. */
export function backfillState({ unread, ...rest }: Backfill): JsonObject {
  return { ...rest, unread: unread.map(([from, below]) => [from, Number.isFinite(below) ? below : null]) };
}

function unreadFrom(at: number | undefined, newestFirst: boolean): Ranges {
  if (at === undefined) return ALL_TIME;
  return newestFirst ? [[0, at + 1]] : [[at, Number.POSITIVE_INFINITY]];
}

function rangesIn(unread: unknown): Ranges {
  const ranges = Array.isArray(unread) ? unread.map(rangeOf) : [undefined];
  if (ranges.every((range) => range !== undefined)) return ranges;
  throw misunderstood('"backfill.unread" that is not a list of ranges of time');
}

function rangeOf(pair: unknown): Range | undefined {
  const [from, end] = Array.isArray(pair) && pair.length === 2 ? pair : [];
  const below = end === null ? Number.POSITIVE_INFINITY : end;
  return typeof from === 'number' && typeof below === 'number' && from < below ? [from, below] : undefined;
}

function misunderstood(part: string): ConfigError {
  return new ConfigError(
    `The saved state holds a ${part}: pass the state as this source wrote it, or reset the stream, which then is read from its beginning.`,
  );
}
