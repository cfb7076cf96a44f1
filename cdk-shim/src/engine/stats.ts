/** Counts what one stream of a sync was offered, needed and emitted, so that the sync can prove itself. */
import type { RunEvent } from '../contract.ts';

/** The result of one stream. */
export interface StreamSummary {
  readonly stream: string;
  readonly status: 'COMPLETE' | 'INCOMPLETE';
  /** How many records there are by the API's own count, where it offers one that compares with the scan; else null. */
  readonly exists: number | null;
  /** Items that its scans went past. */
  readonly walked: number;
  /** Items that the stream did not need: known already, or outside of what it reads now. */
  readonly known: number;
  /** Items that were gone when their rows were asked for, or that could not be had. */
  readonly skipped: number;
  /** Rows of the other items. */
  readonly rows: number;
  /** Names of items that exist and could not be had. */
  readonly leftOut: readonly string[];
  /** Why records or values did not come, and how many. */
  readonly notes: Readonly<Record<string, number>>;
  /** Calls to the API, each counted for the stream that caused it. */
  readonly calls: number;
  readonly seconds: number;
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
  /** Rows that exist, did not come, and are not explained. */
  readonly missing: string[] = [];

  add(event: Exclude<RunEvent, { readonly type: 'wait' }>): void {
    if (event.type === 'call') this.calls += 1;
    else if (event.type === 'total') this.exists = (this.exists ?? 0) + event.count;
    else this.note(event.reason, event.count);
  }

  note(reason: string, count: number): void {
    this.notes.set(reason, (this.notes.get(reason) ?? 0) + count);
  }

  summary(stream: string, status: StreamSummary['status'], seconds: number): StreamSummary {
    const { exists = null, walked, needed, skipped, rows, leftOut, calls } = this;
    const notes = Object.fromEntries(this.notes);
    return { stream, status, exists, walked, known: walked - needed, skipped, rows, leftOut, notes, calls, seconds };
  }
}
