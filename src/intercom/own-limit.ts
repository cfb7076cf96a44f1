/** The user's own limit on calls a minute. It holds in every minute, even where Intercom grants more. */
import { createLatestMoments } from './latest-moments.ts';

export interface OwnLimit {
  /** How many milliseconds the next call has to wait; 0 where it may start. */
  readonly waitMs: (nowMs: number) => number;
  readonly started: (nowMs: number) => void;
  readonly ended: (nowMs: number) => void;
}

const MINUTE_MS = 60_000;
/** A sixth of the minute's calls may start within this time, so that they do not all go out at once. */
const TENTH_MS = 10_000;

/**
 * Any interval of 60 seconds sees at most `callsPerMinute` calls arrive, and any of 10 seconds at most a sixth of them
 * start, rounded up. The moment at which a call arrives is unknown, so a call counts from its start until a minute after its end.
 */
export function createOwnLimit(callsPerMinute: number): OwnLimit {
  const mostAtOnce = Math.ceil(callsPerMinute / 6);
  const starts = createLatestMoments(mostAtOnce);
  const ends = createLatestMoments(callsPerMinute);
  let underWay = 0;
  return {
    waitMs(nowMs) {
      const forStarts = starts.nthLast(mostAtOnce) + TENTH_MS - nowMs;
      const free = callsPerMinute - underWay;
      // When all are under way, the first of them ends now at the earliest.
      const forEnds = free > 0 ? ends.nthLast(free) + MINUTE_MS - nowMs : MINUTE_MS;
      return Math.max(0, forStarts, forEnds);
    },
    started(nowMs) {
      underWay += 1;
      starts.add(nowMs);
    },
    ended(nowMs) {
      underWay -= 1;
      ends.add(nowMs);
    },
  };
}
