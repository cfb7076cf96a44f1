/** One configured stream within a sync: emits its rows, writes its states, and reports its end. */
import type { JsonObject, Row, RunEvent, Stream } from '../contract.ts';
import { TransientError } from '../errors.ts';
import { keyText } from '../input/exact-json.ts';
import { REPLACED } from '../process/storable-text.ts';
import type { RowFit } from './row-fit.ts';
import { SavedParts } from './saved-parts.ts';
import type { Sink } from './sink.ts';
import { Stats, type StreamSummary } from './stats.ts';

/** A state with more characters is written at intervals of time, not after each batch: it may be larger than the records it covers. */
const LARGE_STATE = 32_768;
const LARGE_STATE_EVERY_MS = 10_000;

export interface StreamSyncOptions {
  readonly sink: Sink;
  readonly saved: JsonObject | undefined;
  /** Makes rows fit the stream's schema. Default: rows are emitted unchanged. */
  readonly fit: RowFit | undefined;
}

export class StreamSync {
  readonly name: string;
  readonly stats = new Stats();
  readonly saved: SavedParts;
  ended: 'COMPLETE' | 'INCOMPLETE' | undefined;
  /** When the stream last wrote a record or a state, on the clock of `performance.now()`. */
  lastWriteAt = 0;
  private readonly primaryKey: readonly string[];
  private readonly sink: Sink;
  private readonly fit: RowFit | undefined;
  /** How many of its scans have not ended. */
  private open = 0;
  private stateSize = 0;
  private lastStateAt = 0;
  private rowsSinceState = 0;
  private startedAt = 0;
  private endedAt = 0;
  private why: string | null = null;

  constructor({ name, primaryKey, sources }: Stream<never>, { sink, saved, fit }: StreamSyncOptions) {
    this.name = name;
    this.primaryKey = primaryKey;
    this.sink = sink;
    this.fit = fit;
    this.saved = new SavedParts(
      saved,
      sources.slice(1).map(({ scan }) => scan.name),
    );
  }

  /** Whether the stream has started and not ended. */
  get running(): boolean {
    return this.startedAt > 0 && !this.ended;
  }

  /** Adds one scan that must end before the stream is COMPLETE. */
  expectScan(): void {
    this.open += 1;
  }

  /** Starts the stream when its first scan begins. */
  start(): void {
    if (this.startedAt > 0) return;
    this.startedAt = performance.now();
    this.lastWriteAt = this.startedAt;
    this.sink.status(this.name, 'STARTED');
  }

  on(event: RunEvent): void {
    this.sink.event?.(this.name, event);
    if (event.type !== 'wait') this.stats.add(event);
    else if (this.running) this.sink.rateLimited(this.name, event.untilMs);
  }

  /** About `count` rows are about to come. */
  expectRows(count: number): void {
    this.sink.event?.(this.name, { type: 'rows', count });
  }

  /** Counts items that a scan read, and how many of them the stream needs. */
  count(items: number, needed: number): void {
    this.stats.walked += items;
    this.stats.needed += needed;
    this.sink.event?.(this.name, { type: 'items', count: items });
  }

  /** Emits one row. Drops rows of a failed stream. Throws if the stream is already COMPLETE. */
  emit(made: Row): void {
    if (this.ended === 'COMPLETE') throw new Error(`${this.name} emitted a row after its end.`);
    if (this.ended) return;
    if (this.primaryKey.some((field) => keyText(made[field]) === '')) {
      this.stats.note('rows left out: no primary key', 1);
      return;
    }
    const row = this.fit ? this.fit(made, (reason, count) => this.stats.note(reason, count)) : made;
    if (this.stats.rows === 0) this.sink.status(this.name, 'RUNNING');
    this.stats.rows += 1;
    this.rowsSinceState += 1;
    this.lastWriteAt = performance.now();
    if (this.sink.record(this.name, row)) this.stats.note(REPLACED, 1);
  }

  /** Resolves when the reader of the output has caught up. */
  ready(): Promise<void> {
    return this.sink.ready();
  }

  log(level: 'INFO' | 'WARN', message: string): void {
    this.sink.log(level, `${this.name}: ${message}`);
  }

  /** Whether the next state may be written now: a large state waits. */
  get isStateDue(): boolean {
    return this.stateSize <= LARGE_STATE || performance.now() - this.lastStateAt >= LARGE_STATE_EVERY_MS;
  }

  /** Saves the state of one scan. The state covers every row of that scan so far. */
  save(index: number, part: JsonObject): void {
    const changed = this.saved.save(index, part);
    if (changed || this.rowsSinceState > 0) this.writeState();
  }

  /** Writes the last state again, so that the platform sees output. Its count is the number of rows since then, usually 0. */
  repeatState(): void {
    this.writeState();
  }

  /** Counts one ended scan, whose last state is saved. After the last scan the stream is COMPLETE, or INCOMPLETE if rows are missing. */
  endScan(): void {
    this.open -= 1;
    if (this.open > 0 || this.ended) return;
    if (this.lastStateAt === 0) this.repeatState();
    const { missing } = this.stats;
    if (missing.length === 0) this.end('COMPLETE');
    else
      this.fail(new TransientError(`Some existing rows did not come, and nothing explains it: ${missing.join('; ')}.`));
  }

  fail(error: unknown): void {
    if (this.ended) return;
    this.sink.failure(error, this.name);
    this.end('INCOMPLETE', error);
  }

  /** Ends the stream as INCOMPLETE if the sync ended first, because of `error`. The engine reports the error once, elsewhere. */
  endEarly(error: unknown): void {
    if (!this.ended) this.end('INCOMPLETE', error);
  }

  summary(): StreamSummary {
    const seconds = Math.round(this.endedAt - (this.startedAt || this.endedAt)) / 1000;
    return this.stats.summary(this.name, { status: this.ended ?? 'INCOMPLETE', seconds, error: this.why });
  }

  private writeState(): void {
    this.lastStateAt = performance.now();
    this.lastWriteAt = this.lastStateAt;
    this.stateSize = this.sink.state(this.name, this.saved.state, this.rowsSinceState);
    this.rowsSinceState = 0;
  }

  private end(status: 'COMPLETE' | 'INCOMPLETE', error?: unknown): void {
    this.ended = status;
    if (error !== undefined) this.why = error instanceof Error ? error.message : String(error);
    this.endedAt = performance.now();
    this.sink.status(this.name, status);
    const { rows, calls, seconds } = this.summary();
    this.sink.log('INFO', `${this.name}: ${rows} rows, ${calls} calls, ${seconds.toFixed(1)} s, ${status}`);
  }
}
