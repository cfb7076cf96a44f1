/** Whether a stream must start over, since its state was saved under a config that let fewer records through. */
import type { SavedState } from './saved-state.ts';

export interface Scope {
  /** Epoch seconds; undefined where a stream knows no start date. */
  readonly startDate?: number;
  /** The fingerprint of the filters. */
  readonly filters: string | undefined;
  /** Whether other connectors made other rows, so that their states are of no use. */
  readonly rowsDiffer?: boolean;
}

/** Why a stream starts over, as the end of a sentence; undefined where it resumes from its state. */
export function restartOf(saved: SavedState, { startDate, filters, rowsDiffer }: Scope): string | undefined {
  if (saved.cursor === undefined && (saved.backfill ?? undefined) === undefined) return undefined;
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
