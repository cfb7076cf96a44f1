/** Counts the items and rows of one stream, so that the sync can compare them with the API's own count. */
import type { RunEvent } from '../contract.ts';

/** The result of one stream. */
export interface StreamSummary {
  readonly stream: string;
  readonly status: 'COMPLETE' | 'INCOMPLETE';
  /** How many records the API counts itself; null if the API offers no count that is comparable with the scan. */
  readonly exists: number | null;
  /** Items that its scans read. */
  readonly walked: number;
  /** Items that the stream did not need: it has them already, or this sync does not read them. */
  readonly known: number;
  /** Items that were gone or unreadable when their rows were requested. */
  readonly skipped: number;
  /** Emitted rows. */
  readonly rows: number;
  /** Names of items that exist and could not be read. */
  readonly leftOut: readonly string[];
  /** The reasons why records or values did not come, each with a count. */
  readonly notes: Readonly<Record<string, number>>;
  /** API calls, each counted for the stream that caused it. */
  readonly calls: number;
  readonly seconds: number;
  /** Why the stream is incomplete; null if it is complete. */
  readonly error: string | null;
}

export class Stats {
  exists: number | undefined;
  walked = 0;
  needed = 0;
  rows = 0;
  skipped = 0;
  calls = 0;
  readonly leftOut: string[] = [];
  readonly notes = new Map<string, number>();
  /** Rows that exist and did not come, without an explanation. */
  readonly missing: string[] = [];

  add(event: Exclude<RunEvent, { readonly type: 'wait' }>): void {
    if (event.type === 'call') this.calls += 1;
    else if (event.type === 'total') this.exists = (this.exists ?? 0) + event.count;
    else if (event.type === 'note') this.note(event.reason, event.count);
  }

  note(reason: string, count: number): void {
    this.notes.set(reason, (this.notes.get(reason) ?? 0) + count);
  }

  summary(
    stream: string,
    { status, seconds, error }: Pick<StreamSummary, 'status' | 'seconds' | 'error'>,
  ): StreamSummary {
    const { exists = null, walked, needed, skipped, rows, leftOut, calls } = this;
    const notes = Object.fromEntries(this.notes);
    return {
      stream,
      status,
      exists,
      walked,
      known: walked - needed,
      skipped,
      rows,
      leftOut,
      notes,
      calls,
      seconds,
      error,
    };
  }
}
