/** Repeats a state after a long silence, because a platform ends a source that writes neither RECORD nor STATE for too long. */

interface SyncedStream {
  readonly running: boolean;
  /** When the stream last wrote a record or a state, on the clock of `performance.now()`. */
  readonly lastWriteAt: number;
  readonly repeatState: () => void;
}

/** Repeats the state of a running stream after `everyMs` milliseconds without any output. Returns a function that stops this. */
export function startHeartbeat(streams: readonly SyncedStream[], everyMs: number): () => void {
  const timer = setInterval(() => {
    const last = Math.max(...streams.map((stream) => stream.lastWriteAt));
    if (performance.now() - last >= everyMs) streams.find((stream) => stream.running)?.repeatState();
  }, everyMs / 4);
  timer.unref();
  return () => clearInterval(timer);
}
