/** What a person at a terminal or in a log sees of a sync: which streams end, what is waited for, and what fails. */
import type { Log } from '../contract.ts';
import type { Sink } from '../engine/sink.ts';

export interface Watch extends Pick<Sink, 'status' | 'rateLimited' | 'failure'> {
  readonly log: Log;
  /** One row of the stream was read. */
  readonly rows: (stream: string) => void;
}

/** Writes a line when a stream ends, and at least once in this time while rows come. */
const EVERY_MS = 10_000;

/** `write` gets each line, without its line feed. */
export function createWatch(write: (line: string) => void): Watch {
  const rows = new Map<string, number>();
  const running = new Set<string>();
  const said = new Set<string>();
  let all = 0;
  let lastAt = performance.now();
  let ended = 0;
  return {
    rows(stream) {
      rows.set(stream, (rows.get(stream) ?? 0) + 1);
      all += 1;
      if (all % 100 !== 0 || performance.now() - lastAt < EVERY_MS) return;
      lastAt = performance.now();
      write(`${all} rows; ${ended} streams have ended, and ${[...running].join(', ')} are read`);
    },
    status(stream, status) {
      if (status === 'STARTED') running.add(stream);
      if (status !== 'COMPLETE' && status !== 'INCOMPLETE') return;
      running.delete(stream);
      ended += 1;
      write(`${stream}: ${rows.get(stream) ?? 0} rows, ${status === 'COMPLETE' ? 'complete' : 'not complete'}`);
    },
    rateLimited(stream, untilMs) {
      const seconds = Math.ceil((untilMs - Date.now()) / 1000);
      if (seconds > 1) write(`${stream}: waits ${seconds} s for the rate limit`);
    },
    failure(error, stream) {
      const reason = error instanceof Error ? error.message : String(error);
      // A database that fails ends every stream with the same sentence.
      if (said.has(reason)) return;
      said.add(reason);
      write(stream === undefined ? reason : `${stream}: ${reason}`);
    },
    log(level, message) {
      if (level === 'WARN' || level === 'ERROR' || level === 'FATAL') write(message);
    },
  };
}
