/** Whether a saved state was made under a config that let less through, so that its stream must begin anew. */
import type { SavedState } from './saved-state.ts';

export interface Scope {
  /** Epoch seconds; undefined where a stream knows no start date. */
  readonly startDate?: number;
  /** Names the filters. */
  readonly filters: string | undefined;
  /** Whether the rows of other connectors were other ones, so that their states say nothing about ours. */
  readonly rowsDiffer?: boolean;
}

/** Why a stream whose state was saved under another scope begins anew, as the end of a sentence; undefined when it goes on. */
export function restartOf(saved: SavedState, { startDate, filters, rowsDiffer }: Scope): string | undefined {
  if (saved.cursor === undefined && !saved.backfill) return undefined;
  if (rowsDiffer && saved.foreign) {
    return 'the saved state is that of another connector, whose rows were other ones, so it is ignored and the stream is read once from its beginning.';
  }
  if (startDate !== undefined && saved.startDate !== undefined && startDate < saved.startDate) {
    return 'start_date is earlier than in the saved state, so the stream is read from its beginning.';
  }
  if (filters !== saved.filters) {
    return 'the filters are not those of the saved state, so the stream is read from its beginning.';
  }
  return undefined;
}
