/** A stream's cursor in a log: the entries never change, and the watermark follows the windows of time that were read. */
import type { Checkpoint, Cursor, JsonObject, SyncMode } from '@airbyte-ts/cdk-shim';
import type { Settings } from '../../config/settings.ts';
import { timeOf } from '../time-of.ts';
import { DedupeMemory } from './dedupe-memory.ts';
import { readSavedState } from './saved-state.ts';

export interface LogEntry {
  readonly id: string;
  readonly created_at: number;
}

export class LogCursor implements Cursor<LogEntry> {
  /** Epoch seconds of `created_at` from which the stream asks. */
  readonly from: number;
  private readonly startDate: number;
  private readonly overlap: number;
  private readonly memory: DedupeMemory;
  private watermark: number | undefined;
  private newest = 0;
  private passed = false;
  private place: string | undefined;

  constructor(state: JsonObject | undefined, mode: SyncMode, { startDate, overlap }: Settings) {
    const saved = readSavedState(mode === 'incremental' ? state : undefined, 'created_at');
    const restart = saved.startDate !== undefined && startDate < saved.startDate;
    this.watermark = restart ? undefined : saved.cursor;
    this.memory = new DedupeMemory(restart ? undefined : saved.recent);
    this.place = restart ? undefined : saved.startingAfter;
    this.overlap = overlap;
    this.startDate = startDate;
    this.from = Math.max(startDate, (this.watermark ?? startDate) - overlap);
  }

  /** Where a log in pages by cursor goes on; undefined at its beginning. */
  get after(): string | undefined {
    return this.place;
  }

  needs(entry: LogEntry): boolean {
    const time = timeOf(entry, 'created_at');
    if (time < this.from) return false;
    return Number.isNaN(time) || this.memory.differs(entry.id, entry);
  }

  settle(entry: LogEntry): void {
    const time = timeOf(entry, 'created_at');
    if (Number.isNaN(time) || time < this.from) return;
    this.newest = Math.max(this.newest, time);
    this.memory.remember(entry.id, time, entry);
  }

  /** Every entry before `below`, in epoch seconds, was read. `after`: where the log goes on. */
  pass(below: number, after?: string): void {
    this.passed = true;
    this.place = after;
    // Entries may be indexed late, so the watermark stays at the newest entry seen, or at `below` where there is none.
    this.watermark = Math.max(this.watermark ?? 0, Math.min(below, this.newest || below));
  }

  checkpoint(): Checkpoint | undefined {
    const { watermark, after } = this;
    if (!this.passed || watermark === undefined) return undefined;
    this.memory.forgetBefore(watermark - this.overlap);
    const place = after === undefined ? {} : { starting_after: after };
    const state = { created_at: watermark, recent: this.memory.toJSON(), start_date: this.startDate, ...place };
    return { state, watermark };
  }
}
