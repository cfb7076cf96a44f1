/** The user's own limit on calls a minute. It holds in every minute, even where Intercom grants more. */

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
  const starts = createLatest(mostAtOnce);
  const ends = createLatest(callsPerMinute);
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

/** The latest `size` moments, in a ring. `nthLast(1)` is the latest one; minus infinity where there were not so many. */
function createLatest(size: number) {
  const ring: number[] = [];
  let added = 0;
  return {
    add(ms: number): void {
      ring[added % size] = ms;
      added += 1;
    },
    nthLast(n: number): number {
      return (added >= n ? ring[(added - n) % size] : undefined) ?? Number.NEGATIVE_INFINITY;
    },
  };
}
