/** One configured stream within a sync: turns what its walk brings into rows, and its place into states. */
import { SkippedError } from './errors.ts';
import { inOrder } from './in-parallel.ts';
import type { JsonObject, Place, Row, Run, Sink, Stream } from './stream.ts';

/** What one stream came to. `calls` to the API are counted for the stream that caused them; `seconds` it took. */
export interface StreamSummary {
  readonly stream: string;
  readonly status: 'COMPLETE' | 'INCOMPLETE';
  readonly rows: number;
  readonly skipped: number;
  readonly calls: number;
  readonly seconds: number;
}

/** How many items of one batch are asked for their rows at the same time, where rows must be asked for. */
const ITEMS_AT_ONCE = 32;

/** A state of more characters than this goes out by time, not by batch: it would outweigh the records it covers. */
const LARGE_STATE = 32_768;
const LARGE_STATE_EVERY_MS = 10_000;

export class Feed<T, C> {
  readonly stream: Stream<T, C>;
  readonly place: Place<T>;
  ended: 'COMPLETE' | 'INCOMPLETE' | undefined;
  beatAt = 0;
  private readonly sink: Sink;
  private lastState: string;
  private lastStateAt = 0;
  private rowsSinceState = 0;
  private rows = 0;
  private skipped = 0;
  private calls = 0;
  private startedAt = 0;
  private endedAt = 0;

  constructor(stream: Stream<T, C>, place: Place<T>, sink: Sink, savedState: JsonObject | undefined) {
    this.stream = stream;
    this.place = place;
    this.sink = sink;
    this.lastState = JSON.stringify(savedState ?? {});
  }

  /** Whether the stream has started and not ended. */
  get running(): boolean {
    return this.startedAt > 0 && !this.ended;
  }

  start(): void {
    this.startedAt = performance.now();
    this.beatAt = this.startedAt;
    this.sink.status(this.stream.name, 'STARTED');
  }

  called(): void {
    this.calls += 1;
  }

  waits(resetMs: number): void {
    if (this.running) this.sink.rateLimited(this.stream.name, resetMs);
  }

  /** Emits the rows of what the stream takes of a batch, then the state that covers them. */
  async take(batch: readonly T[], walkRun: Run<C>): Promise<void> {
    const run: Run<C> = { ...walkRun, called: () => this.called() };
    const taken = batch.filter((item) => this.place.takes(item));
    for await (const rows of inOrder(taken, ITEMS_AT_ONCE, (item) => this.rowsOf(item, run))) {
      for (const row of rows) this.emit(row);
      await this.sink.ready();
    }
    this.checkpoint();
  }

  /** Everything is out: the last state, then COMPLETE, in the order in which the platform wants them. */
  complete(): void {
    this.saveState(this.place.checkpoint());
    if (this.lastStateAt === 0) this.repeatState();
    this.end('COMPLETE');
  }

  fail(error: unknown): void {
    this.sink.failure(error, this.stream.name);
    this.end('INCOMPLETE');
  }

  /** Ends a stream that the end of the whole sync has overtaken; the error is reported elsewhere, once. */
  giveUp(): void {
    if (!this.ended) this.end('INCOMPLETE');
  }

  /** The last state once more, so that the platform sees life; its count is what went out since, usually nothing. */
  repeatState(): void {
    this.writeState(this.lastState);
  }

  summary(): StreamSummary {
    const seconds = Math.round(this.endedAt - (this.startedAt || this.endedAt)) / 1000;
    const { rows, skipped, calls } = this;
    return { stream: this.stream.name, status: this.ended ?? 'INCOMPLETE', rows, skipped, calls, seconds };
  }

  private rowsOf(item: T, run: Run<C>): readonly Row[] | Promise<readonly Row[]> {
    const rows = this.stream.rows(item, run);
    return rows instanceof Promise ? rows.catch((error: unknown) => this.skip(error)) : rows;
  }

  private skip(error: unknown): readonly Row[] {
    if (!(error instanceof SkippedError)) throw error;
    this.skipped += 1;
    this.sink.log('INFO', `${this.stream.name}: ${error.message}`);
    return [];
  }

  private emit(row: Row): void {
    if (this.rows === 0) this.sink.status(this.stream.name, 'RUNNING');
    this.rows += 1;
    this.rowsSinceState += 1;
    this.beatAt = performance.now();
    this.sink.record(this.stream.name, row);
  }

  private checkpoint(): void {
    const large = this.lastState.length > LARGE_STATE;
    if (large && performance.now() - this.lastStateAt < LARGE_STATE_EVERY_MS) return;
    this.saveState(this.place.checkpoint());
  }

  private saveState(state: JsonObject | undefined): void {
    if (!state) return;
    const json = JSON.stringify(state);
    const news = json !== this.lastState || this.rowsSinceState > 0 || this.lastStateAt === 0;
    if (news) this.writeState(json);
  }

  private writeState(json: string): void {
    this.lastState = json;
    this.lastStateAt = performance.now();
    this.beatAt = this.lastStateAt;
    this.sink.state(this.stream.name, JSON.parse(json), this.rowsSinceState);
    this.rowsSinceState = 0;
  }

  private end(status: 'COMPLETE' | 'INCOMPLETE'): void {
    this.ended = status;
    this.endedAt = performance.now();
    this.sink.status(this.stream.name, status);
    const { rows, calls, seconds } = this.summary();
    this.sink.log('INFO', `${this.stream.name}: ${rows} rows, ${calls} calls, ${seconds.toFixed(1)} s, ${status}`);
  }
}
