/** Learns from Date headers how far Intercom's clock is from ours, to far less than their whole seconds. */

export interface ServerClock {
  /** An answer with this Date, in epoch seconds, came at `nowMs` of our monotonic clock. */
  readonly heard: (date: number, nowMs: number) => void;
  /** Forgets what it learnt before the `forget` before, since clocks are set now and then. */
  readonly forget: () => void;
  /** Our time in milliseconds at which these epoch seconds have surely come: late by the way of an answer, never early. */
  readonly atMs: (seconds: number) => number;
}

/**
 * When an answer is here, Intercom's clock shows its Date or later. So the smallest distance of all answers is the
 * closest one: that of an answer written just after a second began.
 */
export function createServerClock(): ServerClock {
  let distanceMs = Number.POSITIVE_INFINITY;
  let distanceBeforeMs = Number.POSITIVE_INFINITY;
  return {
    heard(date, nowMs) {
      distanceMs = Math.min(distanceMs, nowMs - date * 1000);
    },
    forget() {
      // Where nothing was heard meanwhile, there is nothing better than what is known.
      if (distanceMs === Number.POSITIVE_INFINITY) return;
      distanceBeforeMs = distanceMs;
      distanceMs = Number.POSITIVE_INFINITY;
    },
    atMs: (seconds) => seconds * 1000 + Math.min(distanceMs, distanceBeforeMs),
  };
}
