/** One configured stream within a sync: turns what its walks bring into rows, and its places into states. */

import type { JsonObject, Outcome, Place, Row, Run, SecondView, Sink, Stream } from '../contract.ts';
import { IncompleteError, SkippedError, TransientError } from '../errors.ts';
import { REPLACED } from '../process/storable-text.ts';
import type { RowFit } from './row-fit.ts';
import { type Asked, type Begun, begin, emitAll } from './rows.ts';
import { ownState, secondState } from './split-state.ts';
import { type StreamSummary, Tally } from './stats.ts';

/** How many items of one batch are asked for their rows at the same time, where rows must be asked for. */
const ITEMS_AT_ONCE = 32;

/** A state of more characters than this goes out by time, not by batch: it would outweigh the records it covers. */
const LARGE_STATE = 32_768;
const LARGE_STATE_EVERY_MS = 10_000;

/** A stream's part in one walk. */
export interface Strand<C> {
  readonly feed: Feed<C>;
  readonly view: SecondView<C>;
  readonly place: Place<unknown>;
  /** The latest checkpoint of the place. */
  state: JsonObject | undefined;
  ended: boolean;
}

export interface FeedOptions<C> {
  readonly sink: Sink;
  readonly context: C;
  readonly state: JsonObject | undefined;
  /** Makes the stream's place in the walk of a view. */
  readonly placeOf: (view: SecondView<C>, state: JsonObject | undefined) => Place<unknown>;
  /** Makes rows fit the stream's schema. */
  readonly fit: RowFit | undefined;
  /** Whether another stream of the sync hangs on the walk of a view. */
  readonly isWalked: (view: SecondView<C>) => boolean;
}

export class Feed<C> {
  readonly stream: Stream<unknown, C>;
  /** One for each walk that the stream hangs on: its own, and the one beside it. */
  readonly strands: readonly Strand<C>[];
  ended: 'COMPLETE' | 'INCOMPLETE' | undefined;
  beatAt = 0;
  private readonly sink: Sink;
  private readonly fit: RowFit | undefined;
  private lastState: string;
  private lastStateAt = 0;
  private rowsSinceState = 0;
  private readonly tally = new Tally();
  private startedAt = 0;
  private endedAt = 0;
  /** The part of the state that belongs to a walk in which the stream takes no part this time. */
  private kept: JsonObject = {};

  constructor(stream: Stream<unknown, C>, { sink, context, state, placeOf, fit, isWalked }: FeedOptions<C>) {
    this.stream = stream;
    this.fit = fit;
    this.sink = sink;
    this.lastState = JSON.stringify(state ?? {});
    const strand = (view: SecondView<C>, own: JsonObject | undefined): Strand<C> => {
      return { feed: this, view, place: placeOf(view, own), state: own, ended: false };
    };
    const beside = stream.beside?.(context);
    if (!beside) {
      this.strands = [strand(stream, state)];
      return;
    }
    const { name } = beside.walk;
    const joins = !beside.changesOnly || isWalked(beside);
    this.strands = [
      strand(stream, ownState(state, name)),
      ...(joins ? [strand(beside, secondState(state, name))] : []),
    ];
    if (!joins) this.kept = { [name]: secondState(state, name) };
  }

  /** Whether the stream has started and not ended. */
  get running(): boolean {
    return this.startedAt > 0 && !this.ended;
  }

  /** The first of its walks begins. */
  start(): void {
    if (this.startedAt > 0) return;
    this.startedAt = performance.now();
    this.beatAt = this.startedAt;
    this.sink.status(this.stream.name, 'STARTED');
  }

  called(): void {
    this.tally.calls += 1;
  }

  exists(count: number): void {
    this.tally.exists = (this.tally.exists ?? 0) + count;
  }

  note(why: string, count: number): void {
    this.tally.notes.set(why, (this.tally.notes.get(why) ?? 0) + count);
  }

  waits(resetMs: number): void {
    if (this.running) this.sink.rateLimited(this.stream.name, resetMs);
  }

  /** Emits the rows of the items of a batch that the stream needs, settles every item, then writes the state that covers them. */
  async take(strand: Strand<C>, batch: readonly unknown[], walkRun: Run<C>): Promise<void> {
    const run: Run<C> = {
      ...walkRun,
      called: () => this.called(),
      note: (why, count) => this.note(why, count),
    };
    const needed = this.needed(strand, batch);
    const begun: Begun[] = [];
    for (const [index, item] of needed.entries()) {
      while (begun.length < Math.min(needed.length, index + ITEMS_AT_ONCE)) {
        begun.push(begin(strand.view, needed[begun.length], run));
      }
      const outcome = await this.emitted(begun[index] as Begun);
      begun[index] = [];
      if (this.ended) return;
      strand.place.settle(item, outcome);
      if (index % ITEMS_AT_ONCE === 0) await this.sink.ready();
    }
    await this.sink.ready();
    if (!this.ended) this.checkpoint(strand);
  }

  private needed({ place }: Strand<C>, batch: readonly unknown[]): readonly unknown[] {
    const needed = batch.filter((item) => {
      if (place.needs(item)) return true;
      place.settle(item, 'known');
      return false;
    });
    this.tally.walked += batch.length;
    this.tally.taken += needed.length;
    return needed;
  }

  private async emitted(begun: Begun): Promise<Outcome> {
    try {
      const emit = (row: Row) => this.emit(row);
      if (Array.isArray(begun)) for (const row of begun as readonly Row[]) emit(row);
      else await emitAll(begun as Asked, emit, this.sink);
      return 'emitted';
    } catch (error) {
      return this.outcomeOf(error);
    }
  }

  /** A walk came to its end; after the last one the last state, then COMPLETE, in the order in which the platform wants them. */
  complete(strand: Strand<C>): void {
    strand.ended = true;
    this.saveState(strand);
    if (!this.strands.every(({ ended }) => ended)) return;
    if (this.lastStateAt === 0) this.repeatState();
    const { short } = this.tally;
    if (short.length > 0) {
      this.fail(new TransientError(`Some of what exists did not come, and nothing explains it: ${short.join('; ')}.`));
      return;
    }
    this.end('COMPLETE');
  }

  fail(error: unknown): void {
    if (this.ended) return;
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
    return this.tally.summary(this.stream.name, this.ended ?? 'INCOMPLETE', seconds);
  }

  /** Reports an item that did not come whole. Throws what fails the stream. */
  private outcomeOf(error: unknown): Outcome {
    const { name } = this.stream;
    if (error instanceof IncompleteError && error.agreed) {
      this.sink.log('WARN', `${name}: the API counts ${error.message} and did not show them in two looks.`);
      this.note('items whose count is above what two looks showed', 1);
      return 'doubtful';
    }
    if (error instanceof IncompleteError) {
      this.tally.short.push(error.message);
      return 'incomplete';
    }
    if (!(error instanceof SkippedError)) throw error;
    this.tally.skipped += 1;
    if (error.leftOut !== undefined) this.tally.leftOut.push(error.leftOut);
    this.sink.log(error.leftOut === undefined ? 'INFO' : 'WARN', `${name}: ${error.message}`);
    return 'gone';
  }

  /** A stream that failed in its other walk emits nothing more. */
  private emit(made: Row): void {
    if (this.ended) return;
    const row = this.fit ? this.fit(made, (why, count) => this.note(why, count)) : made;
    if (!row) return;
    if (this.tally.rows === 0) this.sink.status(this.stream.name, 'RUNNING');
    this.tally.rows += 1;
    this.rowsSinceState += 1;
    this.beatAt = performance.now();
    if (this.sink.record(this.stream.name, row)) this.note(REPLACED, 1);
  }

  private checkpoint(strand: Strand<C>): void {
    const large = this.lastState.length > LARGE_STATE;
    if (large && performance.now() - this.lastStateAt < LARGE_STATE_EVERY_MS) return;
    this.saveState(strand);
  }

  /** The other strand goes out as it was at its own last checkpoint: what it took since may not be out yet. */
  private saveState(strand: Strand<C>): void {
    const checkpoint = strand.place.checkpoint();
    if (!checkpoint) return;
    strand.state = checkpoint;
    const [own, beside] = this.strands;
    const other = beside?.state ? { [beside.view.walk.name]: beside.state } : this.kept;
    const json = JSON.stringify({ ...own?.state, ...other });
    if (json !== this.lastState || this.rowsSinceState > 0) this.writeState(json);
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
