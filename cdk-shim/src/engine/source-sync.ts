/** One stream in one scan: emits the rows of each batch in order, settles each item, and saves the cursor's state. */
import type { Checkpoint, Cursor, Outcome, Row, Run, RunEvent, Source, StreamFacts } from '../contract.ts';
import { IncompleteError, SkippedError } from '../errors.ts';
import { type Asked, type Begun, begin, emitAll } from './rows.ts';
import type { StreamSync } from './stream-sync.ts';

/**
 * How many items of one batch request their rows at the same time. p-map would do the same for promises, but it would make
 * a promise even for an item whose rows are a list.
 */
const ITEMS_AT_ONCE = 96;

export interface SourceSyncOptions<C> {
  readonly stream: StreamSync;
  readonly facts: StreamFacts;
  readonly source: Source<C>;
  /** The index of the source in the stream's sources, and of its part in the state. */
  readonly index: number;
  readonly cursor: Cursor<unknown>;
}

export class SourceSync<C> {
  readonly stream: StreamSync;
  readonly facts: StreamFacts;
  private readonly source: Source<C>;
  private readonly index: number;
  private readonly cursor: Cursor<unknown>;
  private watermark = Number.NEGATIVE_INFINITY;

  constructor({ stream, facts, source, index, cursor }: SourceSyncOptions<C>) {
    this.stream = stream;
    this.facts = facts;
    this.source = source;
    this.index = index;
    this.cursor = cursor;
  }

  /** Emits the rows of the items that the stream needs, settles every item, then saves the state. Throws an error that fails the stream. */
  async emitBatch(batch: readonly unknown[], scanRun: Run<C>, facts: unknown): Promise<void> {
    const { stream } = this;
    const isOwn = ({ type }: RunEvent) => type === 'call' || type === 'note' || type === 'retry';
    const run: Run<C> = { ...scanRun, on: (event) => (isOwn(event) ? stream.on(event) : scanRun.on(event)) };
    const needed = this.needed(batch);
    const begun: Begun[] = [];
    for (const [index, item] of needed.entries()) {
      while (begun.length < Math.min(needed.length, index + ITEMS_AT_ONCE)) {
        begun.push(begin(() => this.source.rows(needed[begun.length], run, facts)));
      }
      const outcome = await this.emitted(begun[index] as Begun);
      begun[index] = [];
      if (stream.ended) return;
      this.cursor.settle(item, outcome);
      if (index % ITEMS_AT_ONCE === 0) await stream.ready();
    }
    await stream.ready();
    if (!stream.ended && (stream.isStateDue || this.cursor.isUrgent)) this.save();
  }

  /** Saves the last state when the scan has ended. */
  end(): void {
    this.save();
    this.stream.endScan();
  }

  private needed(batch: readonly unknown[]): readonly unknown[] {
    const needed = batch.filter((item) => {
      if (this.cursor.needs(item)) return true;
      this.cursor.settle(item, 'known');
      return false;
    });
    this.stream.count(batch.length, needed.length);
    return needed;
  }

  private async emitted(begun: Begun): Promise<Outcome> {
    const { stream } = this;
    try {
      if (Array.isArray(begun)) for (const row of begun as readonly Row[]) stream.emit(row);
      else await emitAll(begun as Asked, stream);
      return 'emitted';
    } catch (error) {
      return outcomeOf(error, stream);
    }
  }

  private save(): void {
    const checkpoint = this.cursor.checkpoint();
    if (checkpoint) this.stream.save(this.index, this.checked(checkpoint));
  }

  /** Returns the state of a checkpoint. Throws if its watermark is lower than the previous watermark: a fault of the cursor. */
  private checked({ state, watermark }: Checkpoint): Checkpoint['state'] {
    if (watermark === undefined && this.watermark === Number.NEGATIVE_INFINITY) return state;
    if (watermark === undefined || watermark < this.watermark) {
      throw new Error(`The watermark of ${this.stream.name} went back from ${this.watermark} to ${watermark}.`);
    }
    this.watermark = watermark;
    return state;
  }
}

/** Counts an item that did not come whole, and returns its outcome. Throws any error that is not about one item: it fails the stream. */
function outcomeOf(error: unknown, stream: StreamSync): Outcome {
  if (error instanceof IncompleteError && error.agreed) {
    stream.log('WARN', `the API counts ${error.message}, but two looks did not show them.`);
    stream.stats.note('items with a higher count than two looks showed', 1);
    return 'doubtful';
  }
  if (error instanceof IncompleteError) {
    stream.stats.missing.push(error.message);
    return 'incomplete';
  }
  if (!(error instanceof SkippedError)) throw error;
  stream.stats.skipped += 1;
  if (error.leftOut !== undefined) stream.stats.leftOut.push(error.leftOut);
  stream.log(error.leftOut === undefined ? 'INFO' : 'WARN', error.message);
  return 'gone';
}
