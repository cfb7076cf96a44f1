/** Spreads calls evenly over the rest of a rate-limit window, where others need the budget, too. */
import { createLatestMoments } from './latest-moments.ts';

export interface CallSpread {
  /** Spreads the calls of the window of this number and of the next one. The first few of them may start at once. */
  readonly begin: (window: number) => void;
  readonly isOn: (window: number) => boolean;
  /** How many milliseconds the next call has to wait, so that so many calls last until `endsMs`. */
  readonly waitMs: (nowMs: number, calls: number, endsMs: number) => number;
  readonly started: (nowMs: number) => void;
}

/** Calls start this long before the end of the window, so that they still arrive in it. */
const SPARE_MS = 1000;
/** So many of them may start together. */
const TOGETHER = 4;

export function createCallSpread(): CallSpread {
  let starts = createLatestMoments(TOGETHER);
  let until = 0;
  return {
    begin(window) {
      if (until < window) starts = createLatestMoments(TOGETHER);
      until = window + 1;
    },
    isOn: (window) => window <= until,
    waitMs(nowMs, calls, endsMs) {
      const gapMs = Math.max(0, endsMs - SPARE_MS - nowMs) / calls;
      return Math.max(0, Math.ceil(starts.nthLast(TOGETHER) + TOGETHER * gapMs - nowMs));
    },
    started: (nowMs) => starts.add(nowMs),
  };
}
