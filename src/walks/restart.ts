/** Whether a saved state was made under a config that let less through, so that its stream must begin anew. */
import type { SavedState } from './saved-state.ts';

export interface Scope {
  /** Epoch seconds; undefined where a stream knows no start date. */
  readonly startDate?: number;
  /** Names the filters. */
  readonly filters: string | undefined;
}

/** Why a stream whose state was saved under another scope begins anew, as the end of a sentence; undefined when it goes on. */
export function restartOf(saved: SavedState, { startDate, filters }: Scope): string | undefined {
  if (saved.cursor === undefined && !saved.backfill) return undefined;
  if (startDate !== undefined && saved.startDate !== undefined && startDate < saved.startDate) {
    return 'start_date is earlier than in the saved state, so the stream is read from its beginning.';
  }
  if (filters !== saved.filters) {
    return 'the filters are not those of the saved state, so the stream is read from its beginning.';
  }
  return undefined;
}
