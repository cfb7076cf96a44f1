/**
 * Paces calls by Intercom's rate-limit headers, so that a sync uses its share of the budget and provokes no 429.
 * Source: https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting
 */
import { setTimeout } from 'node:timers/promises';
import { createOwnLimit } from './own-limit.ts';

export interface RateLimitOptions {
  /** The part of each window's calls that this process may use, 0 to 1. */
  readonly share: number;
  /** A limit of our own, in calls a minute: a whole number above 0. It holds in every interval of 60 seconds. */
  readonly callsPerMinute?: number;
  /** Monotonic milliseconds, and a sleep of milliseconds that an abort ends; given by tests. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/** The budget in an answer: the headers X-RateLimit-* and Date, all in seconds of Intercom's clock. */
export interface Grant {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
  readonly date: number;
}

export interface RateLimiter {
  /**
   * Resolves when one more call may start. `onWait` is told how many milliseconds it waits, if it does. Rejects once
   * `signal` is aborted.
   */
  readonly take: (onWait: (ms: number) => void, signal?: AbortSignal) => Promise<void>;
  /** A call ended. `grant`: the budget in its answer, if any. */
  readonly done: (grant: Grant | undefined) => void;
  /** Everyone waits for `ms`: Intercom answered 429. */
  readonly pause: (ms: number) => void;
}

/** Windows last ten seconds. The smallest documented limit of a workspace grants so many calls in a window. */
const FIRST_GUESS = 83;
const WINDOW_MS = 10_000;
/** No window is this long: an answer that names a longer one is not believed, since the sync would stand still meanwhile. */
const LONGEST_WAIT_MS = 60_000;

export function createRateLimiter(options: RateLimitOptions): RateLimiter {
  const { share, callsPerMinute } = options;
  const now = options.now ?? (() => performance.now());
  const sleep = options.sleep ?? ((ms, signal) => setTimeout(ms, undefined, signal && { signal }));
  const own = callsPerMinute === undefined ? undefined : createOwnLimit(callsPerMinute);
  let limit = FIRST_GUESS;
  let left = FIRST_GUESS;
  let underWay = 0;
  let windowEnds = now() + WINDOW_MS;
  let resetSeen = 0;

  const openWindow = (ends: number, granted: number) => {
    windowEnds = ends;
    left = granted;
  };
  const reserve = () => Math.min(limit - 1, Math.round(limit * (1 - share)));
  const waitMs = () => {
    const nowMs = now();
    const forGrant = left > reserve() ? 0 : Math.max(1, windowEnds - nowMs);
    return Math.max(forGrant, own?.waitMs(nowMs) ?? 0);
  };

  return {
    async take(onWait, signal) {
      for (;;) {
        signal?.throwIfAborted();
        if (now() >= windowEnds) openWindow(now() + WINDOW_MS, limit - underWay);
        const ms = waitMs();
        if (ms === 0) break;
        onWait(ms);
        await sleep(ms, signal);
      }
      left -= 1;
      underWay += 1;
      own?.started(now());
    },
    done(grant) {
      underWay -= 1;
      own?.ended(now());
      if (!grant || (grant.reset - grant.date) * 1000 > LONGEST_WAIT_MS) return;
      limit = grant.limit;
      // Calls under way may or may not be counted in `remaining` yet: assume that none is.
      const remaining = grant.remaining - underWay;
      if (grant.reset > resetSeen) {
        resetSeen = grant.reset;
        openWindow(now() + Math.max(0, grant.reset - grant.date) * 1000, remaining);
      } else if (grant.reset === resetSeen) {
        left = Math.min(left, remaining);
      }
    },
    pause(ms) {
      left = 0;
      windowEnds = Math.max(windowEnds, now() + Math.min(ms, LONGEST_WAIT_MS));
    },
  };
}
