/** Learns from Date headers how far Intercom's clock is from ours, to far less than their whole seconds. */

export interface ServerClock {
  /** An answer with this Date, in epoch seconds, came at `nowMs` of our monotonic clock. */
  readonly heard: (date: number, nowMs: number) => void;
  /** Forgets what it learnt before the `forget` before, since clocks are set now and then. */
  readonly forget: () => void;
  /** An answer that came at `nowMs` shows that these epoch seconds had not come, though `atMs` says so. */
  readonly tooEarly: (seconds: number, nowMs: number) => void;
  /** Our time in milliseconds at which these epoch seconds have surely come: late by the way of an answer, never early. */
  readonly atMs: (seconds: number) => number;
}

/** After a mistake, so many milliseconds more are waited; and no two clocks of Intercom differ by more than two seconds. */
const STEP_MS = 200;
const MOST_LEAD_MS = 2000;

/**
 * When an answer is here, Intercom's clock shows its Date or later. So the smallest distance of all answers is the
 * closest one: that of an answer written just after a second began.
 */
export function createServerClock(): ServerClock {
  let distanceMs = Number.POSITIVE_INFINITY;
  let distanceBeforeMs = Number.POSITIVE_INFINITY;
  /** How far the clock that writes Date is ahead of the one that ends windows. */
  let leadMs = 0;
  const atMs = (seconds: number) => seconds * 1000 + Math.min(distanceMs, distanceBeforeMs) + leadMs;
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
    tooEarly(seconds, nowMs) {
      const missedMs = Math.max(0, nowMs - atMs(seconds));
      leadMs = Math.min(MOST_LEAD_MS, leadMs + missedMs + STEP_MS);
    },
    atMs,
  };
}
