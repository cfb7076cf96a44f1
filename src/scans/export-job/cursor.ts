/** A stream's cursor in an export: up to when the messages were sent, or the rows happened, that it has. */
import type { Checkpoint, Cursor, JsonObject, SyncMode } from '@airbyte-ts/cdk-shim';
import { savedTime } from '../cursors/saved-time.ts';
import { fromState, type Job, toState } from './job.ts';
import { isLast, type Window } from './plan.ts';
import { RowMemory } from './row-memory.ts';
import type { ExportedRow } from './rows.ts';

/** What a stream needs of an export. */
export interface Reader {
  /** Whether the stream has rows of a kind, or of what such rows tell. */
  readonly needsKind: (kind: string) => boolean;
  /** Whether the stream needs the last window only, and that whole each time. Default: all windows from the start date on. */
  readonly isSnapshot?: boolean;
  /** Whether a row that another export had as well is emitted again. Default: false. */
  readonly repeats?: boolean;
}

export interface ExportCursorOptions extends Reader {
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  /** Epoch seconds. */
  readonly startDate: number;
  /** Seconds before `through` that every sync exports again. */
  readonly again: number;
}

export class ExportCursor implements Cursor<ExportedRow> {
  /** The job that a sync before left behind, or that this one waits for. */
  job: Job | undefined;
  private readonly options: ExportCursorOptions;
  private readonly memory: RowMemory;
  private through: number | undefined;
  /** Whether windows follow on `through`, so that nothing before it is to be exported again. */
  private isUnderWay: boolean;
  private hasNewJob = false;

  constructor(options: ExportCursorOptions) {
    const { state, mode, startDate, repeats } = options;
    const saved: JsonObject = (mode === 'incremental' && state) || {};
    const savedStart = savedTime(saved.start_date, 'start_date');
    const isRestart = savedStart !== undefined && startDate < savedStart;
    this.options = options;
    this.through = isRestart ? undefined : savedTime(saved.through, 'through');
    this.isUnderWay = saved.backfill === true;
    this.memory = new RowMemory(isRestart || repeats ? undefined : saved.recent);
    this.job = fromState(state?.job);
  }

  /** Epoch seconds from which the stream needs the rows; `now` is the end of the last window. */
  from(now: number): number {
    const { isSnapshot, startDate, again } = this.options;
    if (isSnapshot) return Math.max(startDate, now - again);
    if (this.through === undefined) return startDate;
    return this.isUnderWay ? this.through : Math.max(startDate, this.through - again);
  }

  /** Whether the stream has rows of a kind, or must hear of them. */
  needsKind(kind: string): boolean {
    return this.options.needsKind(kind);
  }

  needs({ kind, hash, isRepeat, window }: ExportedRow): boolean {
    if (!this.options.needsKind(kind)) return false;
    if (this.options.isSnapshot) return isLast(window);
    // A window for the sake of another stream.
    if (this.through !== undefined && window.until <= this.from(window.until)) return false;
    return !isRepeat && !this.memory.knows(hash);
  }

  settle({ kind, hash, window }: ExportedRow): void {
    const { needsKind, isSnapshot, repeats } = this.options;
    if (!(isSnapshot || repeats) && isLast(window) && needsKind(kind)) this.memory.remember(hash);
  }

  /** The sync waits for a job, which must be in the state before anything else is asked. */
  begin(job: Job): void {
    this.hasNewJob = this.job?.id !== job.id;
    this.job = job;
  }

  /** The rows of the window come from the beginning. */
  beginRows(): void {
    this.memory.begin();
  }

  /** The job is of no use any more. */
  dropJob(): void {
    this.job = undefined;
    this.hasNewJob = true;
  }

  /** All rows of a window came. */
  pass(window: Window): void {
    this.job = undefined;
    if (this.through !== undefined && window.until < this.through) return;
    this.through = window.until;
    this.isUnderWay = !isLast(window);
    if (isLast(window)) this.memory.end();
  }

  get isUrgent(): boolean {
    return this.hasNewJob;
  }

  checkpoint(): Checkpoint | undefined {
    const { job, through } = this;
    const { isSnapshot, startDate } = this.options;
    this.hasNewJob = false;
    const waiting = job ? { job: toState(job) } : {};
    // The key of a state without a cursor is Airbyte's.
    if (isSnapshot) return { state: { __ab_no_cursor_state_message: true, ...waiting } };
    if (!job && through === undefined) return undefined;
    const done = through === undefined ? {} : { through, ...(this.isUnderWay ? { backfill: true } : {}) };
    return { state: { ...done, ...waiting, ...this.memory.toState(), start_date: startDate } };
  }
}
