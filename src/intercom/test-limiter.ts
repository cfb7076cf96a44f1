/** A limiter that tests drive call by call. */
import type { Grant } from './grant.ts';
import { createRateLimiter, type RateLimitOptions } from './rate-limit.ts';

/** Its clock, in milliseconds, is its own; on it, sleeping takes no time. */
export function limiter(options: Partial<RateLimitOptions> = {}) {
  const clock = { ms: 0, slept: 0 };
  const limits = createRateLimiter({
    share: 0.9,
    now: () => clock.ms,
    sleep: async (ms) => {
      clock.ms += ms;
      clock.slept += ms;
    },
    ...options,
  });
  const call = async (grant?: Grant) => {
    await limits.take(() => undefined);
    limits.done(grant);
  };
  const calls = async (times: number) => {
    for (let made = 0; made < times; made += 1) await call();
  };
  return { limits, clock, call, calls };
}
