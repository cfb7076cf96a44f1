/** The Singer specification over one output: https://github.com/singer-io/getting-started/blob/master/docs/SPEC.md */

import type { JsonObject, Row } from '../contract.ts';
import type { Sink } from '../engine/sink.ts';
import { failureType } from '../errors.ts';
import type { Output } from '../process/output.ts';
import { storableLine } from '../process/storable-text.ts';
import type { SingerLog } from './log.ts';

/** What a target must know of a stream before its first row. */
export interface AnnouncedStream {
  readonly name: string;
  readonly schema: JsonObject;
  readonly keyProperties: readonly string[];
  /** The column of the bookmark. A stream without it has no bookmark. */
  readonly cursorField?: string | undefined;
  /** Makes the engine's rows fit `schema`. */
  readonly shape: (row: Row) => Row;
  /** The version of every row of a stream that is read whole, so that a target can remove rows of older versions. */
  readonly version?: number | undefined;
}

export interface SingerSinkOptions {
  readonly output: Output;
  readonly log: SingerLog;
  readonly streams: readonly AnnouncedStream[];
  /** Saved states by stream. The states of streams that are not read now are written unchanged. */
  readonly states: ReadonlyMap<string, JsonObject>;
}

/** A sink that also ends the output. */
export interface SingerSink extends Sink {
  /** Writes the schema of a stream, which its first status does, too. */
  readonly announce: (stream: string) => void;
  /** Tells the target that these streams are whole in their version, then writes the last state. */
  readonly end: (whole: readonly string[]) => void;
  /** Writes the last state and nothing after it, since the process is about to end. */
  readonly interrupt: () => void;
}

/** States of more characters than this, all streams together, go out by time: each line holds all of them. */
const LARGE_STATE = 32_768;
const LARGE_STATE_EVERY_MS = 10_000;
/** How often, in milliseconds, the rows of a long stream are counted. */
const COUNT_EVERY_MS = 60_000;

interface Progress {
  readonly startedAt: number;
  rows: number;
  countedAt: number;
}

export function createSingerSink({ output, log, streams, states }: SingerSinkOptions): SingerSink {
  const announced = new Map(streams.map((stream) => [stream.name, stream]));
  const bookmarks = new Map([...states].map(([name, state]) => [name, JSON.stringify(state)]));
  for (const { name, cursorField } of streams) if (!cursorField) bookmarks.delete(name);
  const syncing = new Map<string, Progress>();
  let lastState = '';
  let lastStateAt = 0;
  let interrupted = false;

  const write = (line: string) => {
    if (!interrupted) output.write(line);
  };

  function stateLine(): string {
    const entries = [...bookmarks].map(([name, json]) => `${JSON.stringify(name)}:${json}`);
    const [current = null] = syncing.keys();
    return `{"type":"STATE","value":{"bookmarks":{${entries.join()}},"currently_syncing":${JSON.stringify(current)}}}`;
  }
  function writeState(): void {
    lastState = stateLine();
    lastStateAt = performance.now();
    write(lastState);
  }
  /** A state may go out later than the rows it covers, never before. */
  function writeStateInTime(): void {
    if (lastState.length <= LARGE_STATE || performance.now() - lastStateAt >= LARGE_STATE_EVERY_MS) writeState();
  }
  function count(stream: string, progress: Progress): void {
    log.metric({ type: 'counter', metric: 'record_count', value: progress.rows, tags: { stream, endpoint: stream } });
    progress.rows = 0;
    progress.countedAt = performance.now();
  }
  function announce(name: string): void {
    const stream = announced.get(name);
    if (!stream) return;
    const bookmark = stream.cursorField ? { bookmark_properties: [stream.cursorField] } : {};
    const { schema, keyProperties } = stream;
    write(JSON.stringify({ type: 'SCHEMA', stream: name, schema, key_properties: keyProperties, ...bookmark }));
  }
  function end(stream: string, complete: boolean): void {
    const progress = syncing.get(stream);
    if (!progress) return;
    count(stream, progress);
    const value = Math.round(performance.now() - progress.startedAt) / 1000;
    const status = complete ? 'succeeded' : 'failed';
    log.metric({ type: 'timer', metric: 'sync_duration', value, tags: { stream, status } });
    // A stream that failed stays the one that is being synced.
    if (complete) syncing.delete(stream);
    writeState();
  }

  return {
    announce,
    record(stream, row) {
      const { shape = (same: Row) => same, version } = announced.get(stream) ?? {};
      const time_extracted = new Date().toISOString();
      const message = { type: 'RECORD', stream, record: shape(row), version, time_extracted };
      const { line, replaced } = storableLine(message);
      write(line);
      const progress = syncing.get(stream);
      if (progress) {
        progress.rows += 1;
        if (performance.now() - progress.countedAt >= COUNT_EVERY_MS) count(stream, progress);
      }
      return replaced;
    },
    state(stream, state) {
      if (!announced.get(stream)?.cursorField) return 0;
      const bookmark = JSON.stringify(state);
      bookmarks.set(stream, bookmark);
      writeStateInTime();
      return bookmark.length;
    },
    status(stream, status) {
      if (status === 'STARTED') {
        const now = performance.now();
        syncing.set(stream, { startedAt: now, rows: 0, countedAt: now });
        announce(stream);
      } else if (status !== 'RUNNING') end(stream, status === 'COMPLETE');
    },
    rateLimited(stream, untilMs) {
      log.log('INFO', `${stream}: waits for quota until ${new Date(untilMs).toISOString()}`);
    },
    failure: (error, stream) => log.log('FATAL', sentence(error, stream)),
    log: log.log,
    // After an interruption nothing more is written: the engine stops where it is.
    ready: () => (interrupted ? new Promise(() => undefined) : output.ready()),
    end(whole) {
      for (const stream of whole) {
        const version = announced.get(stream)?.version;
        if (version !== undefined) write(JSON.stringify({ type: 'ACTIVATE_VERSION', stream, version }));
      }
      writeState();
    },
    interrupt() {
      writeState();
      interrupted = true;
    },
  };
}

/** One sentence for an error that a person can mend; a fault of the code comes with its stack. */
export function sentence(thrown: unknown, stream?: string): string {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const fault = failureType(error) === 'system_error';
  const message = fault ? `Unexpected error, to be reported with the log of this run: ${error.message}` : error.message;
  return `${stream === undefined ? '' : `${stream}: `}${message}${fault && error.stack ? `\n${error.stack}` : ''}`;
}
