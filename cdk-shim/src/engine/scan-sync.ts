/** One scan within a sync: runs once, for all streams that read it. */
import type { Run, RunEvent, Scan, Session, Source, StreamFacts } from '../contract.ts';
import { endsSync } from '../errors.ts';
import type { Sink } from './sink.ts';
import { SourceSync } from './source-sync.ts';
import type { StreamSync } from './stream-sync.ts';

export interface ScanSyncOptions<C> extends Pick<Run<C>, 'context' | 'factsOf'> {
  readonly sink: Sink;
  /** Aborted by an error that ends the whole sync. */
  readonly stop: AbortController;
  /** Resolves when `stop` is aborted. */
  readonly stopped: Promise<unknown>;
}

export class ScanSync<C> {
  readonly session: Session<unknown, unknown>;
  private readonly name: string;
  private readonly run: Run<C>;
  private readonly stop: AbortController;
  private readonly stopped: Promise<unknown>;
  /** The streams that read the scan and have not failed. */
  private readonly readers = new Set<SourceSync<C>>();
  /** The stream whose stats count the scan's own calls. */
  private first: SourceSync<C> | undefined;
  private announcedMs = 0;
  private over: Promise<unknown> | undefined;

  constructor(scan: Scan<unknown, C, unknown>, { context, factsOf, sink, stop, stopped }: ScanSyncOptions<C>) {
    this.name = scan.name;
    this.stop = stop;
    this.stopped = stopped;
    this.run = { context, factsOf, signal: stop.signal, log: sink.log, on: (event) => this.report(event) };
    this.session = scan.begin(this.run);
  }

  /** Adds a stream to the scan. Throws ConfigError if its saved state cannot be understood. */
  join(
    stream: StreamSync,
    facts: StreamFacts,
    { source, index }: { readonly source: Source<C>; readonly index: number },
  ): void {
    const cursor = this.session.join(facts, stream.saved.part(index));
    stream.expectScan();
    const reader = new SourceSync({ stream, facts, source, index, cursor });
    // The first stream counts the calls of the scan; a stream that needs only changes counts them only if it is alone.
    if (!this.first || (this.first.facts.changesOnly && !facts.changesOnly)) this.first = reader;
    this.readers.add(reader);
  }

  /** Runs the scan to its end, or until no stream reads it. Never rejects. A second call returns the same promise. */
  finish(): Promise<unknown> {
    this.over ??= Promise.race([this.stopped, this.read()]);
    return this.over;
  }

  private async read(): Promise<void> {
    if (this.readers.size === 0 || this.stop.signal.aborted) return;
    for (const { stream } of this.readers) stream.start();
    try {
      for await (const batch of this.session.batches()) {
        if (this.stop.signal.aborted) return;
        await Promise.all([...this.readers].map((reader) => this.emitBatch(batch, reader)));
        if (this.readers.size === 0) return;
      }
      for (const reader of this.readers) if (!reader.stream.ended) reader.end();
    } catch (error) {
      for (const reader of this.readers) this.drop(reader, error);
    }
  }

  private async emitBatch(batch: readonly unknown[], reader: SourceSync<C>): Promise<void> {
    try {
      await reader.emitBatch(batch, this.run, this.session.facts);
    } catch (error) {
      this.drop(reader, error);
    }
    // The stream may have failed in another scan.
    if (reader.stream.ended) this.drop(reader);
  }

  private drop(reader: SourceSync<C>, error?: unknown): void {
    // After the end of the sync, errors are only its consequences.
    if (this.stop.signal.aborted) return;
    if (endsSync(error)) {
      this.stop.abort(error);
      return;
    }
    if (this.readers.delete(reader)) this.session.leave(reader.facts);
    if (error !== undefined) reader.stream.fail(error);
  }

  private rowsOf(stream: string, count: number): void {
    for (const reader of this.readers) if (reader.stream.name === stream) reader.stream.expectRows(count);
  }

  private report(event: RunEvent): void {
    if (event.type === 'wait') {
      // Many calls wait until the same time: only the first wait is reported.
      if (event.untilMs < this.announcedMs + 1000) return;
      this.announcedMs = event.untilMs;
    }
    // The stream of the records themselves has the name of the scan.
    if (event.type === 'estimate') this.rowsOf(this.name, event.count);
    if (event.type === 'call') this.first?.stream.on(event);
    else for (const { stream } of this.readers) stream.on(event);
  }
}
