/** A sink for trying streams: each stream ends after its first row. */
import type { Sink } from '../engine/sink.ts';

/** Thrown into the engine, so that it ends the stream. */
class EnoughError extends Error {
  override readonly name = 'EnoughError';
}

export interface FirstRowSink extends Sink {
  /** Whether something went wrong with some stream. */
  readonly failed: () => boolean;
}

/** Writes one row for each stream and no state. The ends of the streams are not written. */
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
