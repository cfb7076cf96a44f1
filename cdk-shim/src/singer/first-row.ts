/** A sink for testing streams: each stream ends after its first row. */
import type { Sink } from '../engine/sink.ts';

/** This error makes the engine end the stream. */
class EnoughError extends Error {
  override readonly name = 'EnoughError';
}

export interface FirstRowSink extends Sink {
  /** Returns whether any stream failed. */
  readonly failed: () => boolean;
}

/** Returns a sink that writes only the start and one row of each stream, and errors. */
export function firstRowOnly(sink: Sink): FirstRowSink {
  let failed = false;
  return {
    ...sink,
    record(stream, row) {
      sink.record(stream, row);
      throw new EnoughError(`one row of ${stream} is enough`);
    },
    state: () => 0,
    status(stream, status) {
      if (status === 'STARTED') sink.status(stream, status);
    },
    failure(error, stream) {
      if (error instanceof EnoughError) return;
      failed = true;
      sink.failure(error, stream);
    },
    log(level, message) {
      if (level !== 'INFO') sink.log(level, message);
    },
    failed: () => failed,
  };
}
