/** A sink for trying streams: each is left once it has brought one row. */
import type { Sink } from '../engine/sink.ts';

/** Thrown into the engine, which gives a stream up where its rows cannot be taken. */
class EnoughError extends Error {
  override readonly name = 'EnoughError';
}

export interface FirstRowSink extends Sink {
  /** Whether something went wrong with some stream. */
  readonly failed: () => boolean;
}

/** Passes on one row a stream and no state. What the engine says of streams that it gave up is kept to ourselves. */
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
