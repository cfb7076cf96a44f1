/** The Singer specification over one output: https://github.com/singer-io/getting-started/blob/master/docs/SPEC.md */

import type { JsonObject, Row } from '../contract.ts';
import type { Sink } from '../engine/sink.ts';
import { failureType } from '../errors.ts';
import type { Output } from '../process/output.ts';
import { storableLine } from '../process/storable-text.ts';
import type { SingerLog } from './log.ts';

/** The description of a stream that a target needs before the first row. */
export interface AnnouncedStream {
  readonly name: string;
  readonly schema: JsonObject;
  readonly keyProperties: readonly string[];
  /** The column of the bookmark. A stream without it has no bookmark. */
  readonly cursorField?: string | undefined;
  /** Makes the engine's rows fit `schema`. */
  readonly shape: (row: Row) => Row;
  /** The version of all rows of a full refresh. A target can remove rows of older versions. */
  readonly version?: number | undefined;
}

export interface SingerSinkOptions {
  readonly output: Output;
  readonly log: SingerLog;
  readonly streams: readonly AnnouncedStream[];
  /** Saved states by stream. The sink repeats the states of streams that this sync does not read. */
  readonly states: ReadonlyMap<string, JsonObject>;
}

/** A sink that also ends the output. */
export interface SingerSink extends Sink {
  /** Writes the schema of a stream. The first status of the stream also does this. */
  readonly announce: (stream: string) => void;
  /** Tells the target that the versions of these streams are complete, then writes the last state. */
  readonly end: (completeStreams: readonly string[]) => void;
  /** Writes the last state, and nothing after it, because the process is about to end. */
  readonly interrupt: () => void;
}

/** If the states of all streams have more characters than this, the sink writes them less often: each line repeats all of them. */
const LARGE_STATE = 32_768;
const LARGE_STATE_EVERY_MS = 10_000;
/** The time between two metrics of the rows of one stream, in milliseconds. */
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
  /** Writes the state, or leaves a large state for later. The sink may write a state later than its rows, but never before them. */
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
    // A failed stream stays in `currently_syncing`.
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
    // After an interruption this promise never resolves, so that the engine stops.
    ready: () => (interrupted ? new Promise(() => undefined) : output.ready()),
    end(completeStreams) {
      for (const stream of completeStreams) {
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

/** Returns one sentence for an error that the user can correct. An unexpected error also has its stack trace. */
export function sentence(thrown: unknown, stream?: string): string {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const fault = failureType(error) === 'system_error';
  const message = fault
    ? `Unexpected error. Please report it with the log of this run: ${error.message}`
    : error.message;
  return `${stream === undefined ? '' : `${stream}: `}${message}${fault && error.stack ? `\n${error.stack}` : ''}`;
}
