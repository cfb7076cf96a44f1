/** Reads a stream's saved state, in our own form or in the form of another connector. */
import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';
import { foreignCursor } from './foreign-state.ts';
import { savedTime } from './saved-time.ts';

export interface Backfill {
  /** Intercom's clock, in epoch seconds, when the backfill began; kept across resumes. */
  readonly began: number;
  /** `created_at` of the last item passed; null before the first. */
  readonly at: number | null;
  /** Whether this is a second backfill, since Intercom counts more records than the first one returned. */
  readonly again?: boolean;
}

export interface SavedState {
  /** Everything changed before was passed. */
  readonly cursor?: number;
  readonly backfill?: Backfill;
  readonly recent?: unknown;
  /** Ids of the items whose rows did not all come. */
  readonly owed?: unknown;
  /** The start date, in epoch seconds, under which the state was made. */
  readonly startDate?: number;
  /** The filters under which the state was made, as a fingerprint. */
  readonly filters?: string;
  /** Whether another connector saved the state: its rows may have been other ones than ours. */
  readonly foreign: boolean;
}

/**
 * `cursorField` is the state's key for the cursor. Numbers may be strings, times may be written out; null counts as
 * absent. Throws ConfigError where a time is none, or the backfill no object.
 */
export function readSavedState(state: JsonObject | undefined, cursorField: string): SavedState {
  if (!state) return { foreign: false };
  const ours = isOurs(state);
  const cursor = ours ? savedTime(state[cursorField], cursorField) : foreignCursor(state, cursorField);
  const startDate = savedTime(state.start_date, 'start_date');
  const open = backfillIn(state);
  const began = savedTime(open.began, 'backfill.began');
  const at = savedTime(open.at, 'backfill.at') ?? null;
  return {
    ...(cursor === undefined ? {} : { cursor }),
    ...(began === undefined || cursor !== undefined
      ? {}
      : { backfill: { began, at, ...(open.again === true ? { again: true } : {}) } }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(typeof state.filters === 'string' ? { filters: state.filters } : {}),
    recent: state.recent,
    owed: state.owed,
    foreign: !ours && cursor !== undefined,
  };
}

function backfillIn({ backfill }: JsonObject): JsonObject {
  if (backfill === undefined || backfill === null) return {};
  if (typeof backfill === 'object' && !Array.isArray(backfill)) return backfill as JsonObject;
  throw new ConfigError(
    'The saved state holds a "backfill" that is no object: pass the state as this source wrote it, or reset the stream, which then is read from its beginning.',
  );
}

/** Each state of ours has the memory, even an empty one; no other connector has any. */
function isOurs(state: JsonObject): boolean {
  return 'recent' in state || 'backfill' in state;
}
