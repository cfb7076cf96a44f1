/**
 * The walk of a log: entries that never change, asked for in windows of time from the cursor to now.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/listactivitylogs
 */
import type { JsonObject, Place, SyncMode, Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import type { Settings } from '../config/settings.ts';
import { listPages } from '../intercom/pages.ts';
import { Recent } from './cursors/dedupe-memory.ts';
import { readSavedState } from './cursors/saved-state.ts';
import { timeOf } from './time-of.ts';

export interface LogResource {
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  readonly perPage: number;
}

export interface LogEntry {
  readonly id: string;
  readonly created_at: number;
}

/**
 * One window after the other, oldest first, since the order inside an answer is undocumented: after each the cursor may
 * move. A window that fits on one page makes the next one twice as wide, so that quiet years cost few calls.
 */
export function logWalk<T extends LogEntry>(resource: LogResource): Walk<T, Intercom> {
  return {
    name: resource.name,
    place: ({ state, mode, context }) => new LogPlace(state, mode, context.settings),
    async *batches(run, active) {
      const { client, settings } = run.context;
      const places = [...active].filter((place) => place instanceof LogPlace);
      const t0 = await client.serverTime(run);
      let width = settings.logWindow;
      for (let from = Math.min(...places.map((place) => place.from)); from < t0; ) {
        const below = Math.min(from + width, t0);
        const within = (entry: T) => {
          const time = timeOf(entry, 'created_at');
          return !(time < from || time >= below);
        };
        // Whether the bounds are included is undocumented: asked a second wider, and cut exactly here.
        const body = { created_at_after: from - 1, created_at_before: below };
        const call = { method: 'POST', path: resource.path, body } as const;
        let pages = 0;
        for await (const page of listPages<T>(client, run, {
          call,
          keys: [resource.recordsAt],
          perPage: resource.perPage,
        })) {
          pages += 1;
          yield page.filter(within);
        }
        for (const place of places) place.pass(below);
        yield [];
        width = pages > 1 ? settings.logWindow : width * 2;
        from = below;
      }
    },
  };
}

class LogPlace implements Place<LogEntry> {
  /** Epoch seconds of `created_at` from which the stream asks. */
  readonly from: number;
  private readonly startDate: number;
  private readonly overlap: number;
  private readonly recent: Recent;
  private cursor: number | undefined;
  private newest = 0;
  private passed = false;

  constructor(state: JsonObject | undefined, mode: SyncMode, { startDate, overlap }: Settings) {
    const saved = readSavedState(mode === 'incremental' ? state : undefined, 'created_at');
    const restart = saved.startDate !== undefined && startDate < saved.startDate;
    this.cursor = restart ? undefined : saved.cursor;
    this.recent = new Recent(restart ? undefined : saved.recent);
    this.overlap = overlap;
    this.startDate = startDate;
    this.from = Math.max(startDate, (this.cursor ?? startDate) - overlap);
  }

  needs(entry: LogEntry): boolean {
    const time = timeOf(entry, 'created_at');
    if (time < this.from) return false;
    return Number.isNaN(time) || this.recent.differs(entry.id, entry);
  }

  settle(entry: LogEntry): void {
    const time = timeOf(entry, 'created_at');
    if (Number.isNaN(time) || time < this.from) return;
    this.newest = Math.max(this.newest, time);
    this.recent.remember(entry.id, time, entry);
  }

  /** Everything before `below` was walked. */
  pass(below: number): void {
    this.passed = true;
    // Entries may be indexed late, so the cursor stays at the newest one seen; where there is none, at what was walked.
    this.cursor = Math.max(this.cursor ?? 0, Math.min(below, this.newest || below));
  }

  checkpoint(): JsonObject | undefined {
    if (!this.passed || this.cursor === undefined) return undefined;
    this.recent.forgetBefore(this.cursor - this.overlap);
    return { created_at: this.cursor, recent: this.recent.toJSON(), start_date: this.startDate };
  }
}
