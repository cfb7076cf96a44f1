/**
 * Paces calls by Intercom's rate-limit headers, so that a sync uses its share of the budget and provokes no 429.
 * Source: https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting
 */
import { setTimeout } from 'node:timers/promises';
import { createBudgetWindow } from './budget-window.ts';
import type { Grant } from './grant.ts';
import { createOwnLimit } from './own-limit.ts';
import { createWaitingLine } from './waiting-line.ts';

export interface RateLimitOptions {
  /** The part of each window's calls that this process may use, 0 to 1. */
  readonly share: number;
  /** A limit of our own, in calls a minute: a whole number above 0. It holds in every interval of 60 seconds. */
  readonly callsPerMinute?: number;
  /** Monotonic milliseconds, and a sleep of milliseconds that an abort ends; given by tests. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

export interface RateLimiter {
  /**
   * Resolves when one more call may start. `onWait` is told how many milliseconds it waits, if it does and no call is
   * under way whose answer may shorten the wait. Rejects once `signal` is aborted.
   */
  readonly take: (onWait: (ms: number) => void, signal?: AbortSignal) => Promise<void>;
  /** A call ended. `grant`: the budget in its answer, if any. */
  readonly done: (grant: Grant | undefined) => void;
  /** Everyone waits for `ms`: Intercom answered 429. */
  readonly pause: (ms: number) => void;
}

export function createRateLimiter(options: RateLimitOptions): RateLimiter {
  const now = options.now ?? (() => performance.now());
  const sleep = options.sleep ?? ((ms, signal) => setTimeout(ms, undefined, signal && { signal }));
  const own = options.callsPerMinute === undefined ? undefined : createOwnLimit(options.callsPerMinute);
  const window = createBudgetWindow(options.share);
  let underWay = 0;
  const line = createWaitingLine({
    now,
    sleep,
    waitMs: () => {
      const nowMs = now();
      return Math.max(window.waitMs(nowMs), own?.waitMs(nowMs) ?? 0);
    },
    go() {
      const nowMs = now();
      underWay += 1;
      window.started(nowMs);
      own?.started(nowMs);
    },
    isSure: () => underWay === 0 || window.isPaused(now()),
  });

  return {
    take: line.wait,
    done(grant) {
      const nowMs = now();
      underWay -= 1;
      window.ended(nowMs, grant);
      own?.ended(nowMs);
      line.look();
    },
    pause(ms) {
      window.refused(now(), ms);
      line.look();
    },
  };
}
