/** Repeats a state after a long silence, since a platform ends a source that writes neither RECORD nor STATE for too long. */

interface Beating {
  readonly running: boolean;
  /** When the stream last wrote a record or a state, on the clock of `performance.now()`. */
  readonly beatAt: number;
  readonly repeatState: () => void;
}

/** Repeats the state of a running stream whenever no stream wrote anything for `everyMs` milliseconds. Returns how to stop. */
export function startHeartbeat(streams: readonly Beating[], everyMs: number): () => void {
  const timer = setInterval(() => {
    const last = Math.max(...streams.map((stream) => stream.beatAt));
    if (performance.now() - last >= everyMs) streams.find((stream) => stream.running)?.repeatState();
  }, everyMs / 4);
  timer.unref();
  return () => clearInterval(timer);
}
