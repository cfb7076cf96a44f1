/** What one stream of a sync was offered, took and brought, so that the sync can prove itself. */

/** What one stream came to. */
export interface StreamSummary {
  readonly stream: string;
  readonly status: 'COMPLETE' | 'INCOMPLETE';
  /** How many there are by the API's own count, where it offers one that compares with what was walked; else null. */
  readonly exists: number | null;
  /** Things that its walks went past. */
  readonly walked: number;
  /** Those of them that it did not lack: known already, or outside of what it reads now. */
  readonly known: number;
  /** Those of them that were gone when their rows were asked for, or that could not be had. */
  readonly skipped: number;
  /** Rows of the others. */
  readonly rows: number;
  /** What exists and could not be had, by name. */
  readonly leftOut: readonly string[];
  /** What did not come for a reason, and how often. */
  readonly notes: Readonly<Record<string, number>>;
  /** Calls to the API, each counted for the stream that caused it. */
  readonly calls: number;
  readonly seconds: number;
}

export class Tally {
  exists: number | undefined;
  walked = 0;
  taken = 0;
  rows = 0;
  skipped = 0;
  calls = 0;
  readonly leftOut: string[] = [];
  readonly notes = new Map<string, number>();
  /** What exists, did not come, and is not explained. */
  readonly short: string[] = [];

  summary(stream: string, status: StreamSummary['status'], seconds: number): StreamSummary {
    const { exists = null, walked, taken, skipped, rows, leftOut, notes, calls } = this;
    return {
      stream,
      status,
      exists,
      walked,
      known: walked - taken,
      skipped,
      rows,
      leftOut,
      notes: Object.fromEntries(notes),
      calls,
      seconds,
    };
  }
}
