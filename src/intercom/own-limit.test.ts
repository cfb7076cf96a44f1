import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from './grant.ts';
import { createRateLimiter } from './rate-limit.ts';
import { limiter } from './test-limiter.ts';

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

describe('a limit of calls a minute', () => {
  it('is never exceeded, whatever is granted', async () => {
    const { clock, call, calls } = limiter({ callsPerMinute: 120 });
    await call({ limit: 1000, remaining: 999, reset: 1_700_000_010, date: 1_700_000_000 });
    await calls(59);
    expect(clock.ms).toBe(20_000);
  });

  it('holds in any minute, however often Intercom opens a new window', async () => {
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

  it('holds in any minute, whatever is granted and however long calls take', async () => {
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
});
