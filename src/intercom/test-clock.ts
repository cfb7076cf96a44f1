/** A clock for tests that jumps from one event to the next, so that minutes take no time. */

export interface TestClock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly at: (ms: number, run: () => void) => void;
  /** As `setTimeout` of node:timers/promises. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Runs all events until `endMs`. */
  readonly run: (endMs: number) => Promise<void>;
}

export function createTestClock(startMs: number): TestClock {
  /** The next one comes first; events of the same time are in the order in which they were added. */
  const events: { readonly ms: number; readonly run: () => void }[] = [];
  let nowMs = startMs;

  function at(ms: number, run: () => void): void {
    let [from, to] = [0, events.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((events[middle]?.ms ?? 0) <= ms) from = middle + 1;
      else to = middle;
    }
    events.splice(from, 0, { ms, run });
  }

  return {
    now: () => nowMs,
    at,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        at(nowMs + ms, resolve);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    async run(endMs) {
      for (;;) {
        // Promises that are settled by now run on first.
        await new Promise(setImmediate);
        const event = events.shift();
        if (!event || event.ms > endMs) return;
        nowMs = event.ms;
        event.run();
      }
    },
  };
}
