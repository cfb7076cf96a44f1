import fc from 'fast-check';
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

type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'done'; readonly grant: Grant | undefined; readonly late: boolean }
  | { readonly kind: 'pass' | 'pause'; readonly ms: number };

/** The most of these times, in ascending milliseconds, that lie within one interval of that length. */
function mostWithin(times: readonly number[], ms: number): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while ((times[from] ?? time) <= time - ms) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
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

  it('never exceeds them in any minute, however often Intercom opens a new window', async () => {
    const { clock, call } = limiter({ callsPerMinute: 100 });
    const starts: number[] = [];
    for (let made = 0; made < 300; made += 1) {
      const date = 1_700_000_000 + made;
      await call({ limit: 1000, remaining: 999, reset: date + 1, date });
      starts.push(clock.ms);
    }
    expect(mostWithin(starts, 60_000)).toBe(100);
    expect(mostWithin(starts, 10_000)).toBe(17);
    expect(clock.ms).toBe(170_000);
  });

  it('counts a call until a minute after its end, since nobody knows when it arrived', async () => {
    const { limits, clock } = limiter({ callsPerMinute: 1 });
    await limits.take(() => undefined);
    clock.ms = 30_000;
    limits.done(undefined);
    await limits.take(() => undefined);
    expect(clock.ms).toBe(90_000);
  });

  it('never exceeds them in any minute, whatever is granted and however long calls take', async () => {
    const grant = fc.record({
      limit: fc.integer({ min: 1, max: 2000 }),
      remaining: fc.integer({ min: 0, max: 2000 }),
      reset: fc.integer({ min: 0, max: 100 }),
      date: fc.integer({ min: 0, max: 100 }),
    });
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 3, arbitrary: fc.constant({ kind: 'take' as const }) },
      fc.record({
        kind: fc.constant('done' as const),
        grant: fc.option(grant, { nil: undefined }),
        late: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
      fc.record({ kind: fc.constant('pause' as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
    );
    const holds = async (callsPerMinute: number, steps: readonly Step[]) => {
      let nowMs = 0;
      const starts: number[] = [];
      const arrivals: number[] = [];
      const underWay: number[] = [];
      /** The oldest call ends; it arrived at Intercom when it started, or only now. */
      const end = (late: boolean, granted?: Grant) => {
        const start = underWay.shift();
        if (start === undefined) return;
        arrivals.push(late ? nowMs : start);
        limits.done(granted);
      };
      const limits = createRateLimiter({
        callsPerMinute,
        share: 1,
        now: () => nowMs,
        sleep: async (ms) => {
          nowMs += ms;
          end(true);
        },
      });
      for (const one of steps) {
        if (one.kind === 'pass') nowMs += one.ms;
        else if (one.kind === 'pause') limits.pause(one.ms);
        else if (one.kind === 'done') end(one.late, one.grant);
        else {
          await limits.take(() => undefined);
          starts.push(nowMs);
          underWay.push(nowMs);
        }
      }
      arrivals.sort((a, b) => a - b);
      expect(mostWithin(arrivals, 60_000)).toBeLessThanOrEqual(callsPerMinute);
      expect(mostWithin(starts, 10_000)).toBeLessThanOrEqual(Math.ceil(callsPerMinute / 6));
    };
    const cases = fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.array(step, { maxLength: 150 }), holds);
    await fc.assert(cases, { numRuns: 200 });
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
