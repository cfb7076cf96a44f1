/** Reads a stream's saved state, in our own form or in the form of another connector. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { foreignCursor } from './foreign-state.ts';
import { savedTime } from './saved-time.ts';

export interface SavedState {
  /** Everything changed before was passed. */
  readonly cursor?: number;
  /** A backfill that is not over. */
  readonly backfill?: unknown;
  readonly recent?: unknown;
  /** Ids of the items whose rows did not all come. */
  readonly owed?: unknown;
  /** The start date, in epoch seconds, under which the state was made. */
  readonly startDate?: number;
  /** The filters under which the state was made, as a fingerprint. */
  readonly filters?: string;
  /** Where a log in pages by cursor goes on. */
  readonly startingAfter?: string;
  /** Whether another connector saved the state: its rows may have been other ones than ours. */
  readonly foreign: boolean;
}

/**
 * `cursorField` is the state's key for the cursor. Numbers may be strings, times may be written out; null counts as
 * absent. Throws ConfigError for a time that is not one.
 */
export function readSavedState(state: JsonObject | undefined, cursorField: string): SavedState {
  if (!state) return { foreign: false };
  const ours = isOurs(state);
  const cursor = ours ? savedTime(state[cursorField], cursorField) : foreignCursor(state, cursorField);
  const startDate = savedTime(state.start_date, 'start_date');
  return {
    ...(cursor === undefined ? {} : { cursor }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(typeof state.filters === 'string' ? { filters: state.filters } : {}),
    ...(typeof state.starting_after === 'string' ? { startingAfter: state.starting_after } : {}),
    backfill: state.backfill,
    recent: state.recent,
    owed: state.owed,
    foreign: !ours && cursor !== undefined,
  };
}

/** Each state of ours has the memory, even an empty one; no other connector has any. */
function isOurs(state: JsonObject): boolean {
  return 'recent' in state || 'backfill' in state;
}
