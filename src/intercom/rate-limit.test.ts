import { describe, expect, it } from 'vitest';
import { createRateLimiter, type Grant, type RateLimitOptions } from './rate-limit.ts';

/** A limiter on a clock of its own, on which sleeping takes no time. */
function limiter(options: Partial<RateLimitOptions> = {}) {
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

describe('the rate limiter', () => {
  it('starts with its share of 83 calls in ten seconds', async () => {
    const { clock, call, calls } = limiter();
    await calls(75);
    expect(clock.slept).toBe(0);
    await call();
    expect(clock.slept).toBe(10_000);
  });

  it('uses its share of what the headers grant and leaves the rest to others', async () => {
    const { clock, call, calls } = limiter();
    await call({ limit: 1000, remaining: 999, reset: 1_700_000_010, date: 1_700_000_000 });
    await calls(899);
    expect(clock.slept).toBe(0);
    await call();
    expect(clock.slept).toBe(10_000);
  });

  it('waits as long as the window lasts on the clock of Intercom, not on ours', async () => {
    const { clock, call } = limiter();
    await call({ limit: 100, remaining: 5, reset: 4_000_000_003, date: 4_000_000_000 });
    await call();
    expect(clock.slept).toBe(3_000);
  });

  it('makes way for calls that others make in the same window', async () => {
    const { clock, call } = limiter();
    await call({ limit: 100, remaining: 99, reset: 1_700_000_010, date: 1_700_000_000 });
    await call({ limit: 100, remaining: 11, reset: 1_700_000_010, date: 1_700_000_001 });
    await call();
    expect(clock.slept).toBe(0);
    await call();
    expect(clock.slept).toBe(10_000);
  });

  it('never exceeds the calls a minute that the user allows, whatever is granted', async () => {
    const { clock, call, calls } = limiter({ callsPerMinute: 120 });
    await call({ limit: 1000, remaining: 999, reset: 1_700_000_010, date: 1_700_000_000 });
    await calls(59);
    expect(clock.ms).toBe(20_000);
  });

  it('holds everyone back after a 429', async () => {
    const { limits, clock, call } = limiter();
    await call();
    limits.pause(25_000);
    await call();
    expect(clock.slept).toBe(25_000);
  });

  it('does not believe an answer that would hold it up for longer than a minute', async () => {
    const { limits, clock, call } = limiter();
    await call({ limit: 100, remaining: 0, reset: 1e12, date: 1_700_000_000 });
    await call({ limit: 100, remaining: 5, reset: 1_700_000_003, date: 1_700_000_000 });
    await call();
    expect(clock.slept).toBe(3_000);
    limits.pause(1e300);
    await call();
    expect(clock.slept).toBe(63_000);
  });

  it('says how long it waits', async () => {
    const { limits, calls } = limiter();
    await calls(75);
    const waits: number[] = [];
    await limits.take((ms) => waits.push(ms));
    expect(waits).toEqual([10_000]);
  });

  it.each([1, 2, 10])('gets on with a limit of %i calls', async (limit) => {
    const { clock, call } = limiter();
    for (let window = 0; window < 4; window += 1) {
      await call({
        limit: limit,
        remaining: limit - 1,
        reset: 1_700_000_010 + window * 10,
        date: 1_700_000_000 + window * 10,
      });
    }
    expect(clock.ms).toBeLessThanOrEqual(40_000);
  });
});
