import { describe, expect, it } from 'vitest';
import { limiter } from './test-limiter.ts';

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
    await call({ limit: 100, remaining: 11, reset: 1_700_000_010, date: 1_700_000_000 });
    await call();
    expect(clock.slept).toBe(0);
    await call();
    expect(clock.slept).toBe(10_000);
  });

  it('does not go back to what an earlier answer said that comes later', async () => {
    const { limits, clock, call } = limiter();
    await call({ limit: 100, remaining: 99, reset: 1_700_000_010, date: 1_700_000_000 });
    for (let made = 0; made < 3; made += 1) await limits.take(() => undefined);
    for (const remaining of [10, 96, 98]) {
      limits.done({ limit: 100, remaining, reset: 1_700_000_010, date: 1_700_000_000 });
    }
    await call();
    expect(clock.slept).toBe(10_000);
  });

  it('learns when the window ends to less than the whole seconds of the headers', async () => {
    const { clock, call } = limiter();
    // Intercom's clock shows 1,700,000,000.2 when ours shows 0.
    await call({ limit: 100, remaining: 50, reset: 1_700_000_010, date: 1_700_000_000 });
    clock.ms = 850;
    await call({ limit: 100, remaining: 49, reset: 1_700_000_010, date: 1_700_000_001 });
    clock.ms = 1900;
    await call({ limit: 100, remaining: 5, reset: 1_700_000_010, date: 1_700_000_002 });
    await call();
    expect(clock.ms).toBe(9850);
  });

  it('knows it in the next window, too', async () => {
    const { limits, clock, call } = limiter();
    clock.ms = 850;
    await call({ limit: 100, remaining: 50, reset: 1_700_000_010, date: 1_700_000_001 });
    await limits.take(() => undefined);
    clock.ms = 9900;
    limits.done({ limit: 100, remaining: 5, reset: 1_700_000_020, date: 1_700_000_010 });
    await call();
    expect(clock.ms).toBe(19_850);
  });

  it('lets the waiting go as soon as the first answer names a larger limit', async () => {
    const { limits, clock, calls } = limiter({ sleep: () => new Promise(() => undefined) });
    await calls(74);
    await limits.take(() => undefined);
    const more = [limits.take(() => undefined), limits.take(() => undefined)];
    limits.done({ limit: 1000, remaining: 925, reset: 1_700_000_010, date: 1_700_000_000 });
    await Promise.all(more);
    expect(clock.slept).toBe(0);
  });

  it('does not go back to an earlier window whose answer comes late', async () => {
    const { limits, clock, call, calls } = limiter();
    await call({ limit: 100, remaining: 50, reset: 1_700_000_010, date: 1_700_000_000 });
    await limits.take(() => undefined);
    clock.ms = 10_000;
    await call({ limit: 100, remaining: 12, reset: 1_700_000_020, date: 1_700_000_010 });
    limits.done({ limit: 100, remaining: 49, reset: 1_700_000_010, date: 1_700_000_009 });
    await calls(2);
    expect(clock.ms).toBe(10_000);
    await call();
    expect(clock.ms).toBe(20_000);
  });

  it('believes that a window goes on where more answers say so than calls were under way', async () => {
    const { clock, call } = limiter();
    await call({ limit: 100, remaining: 5, reset: 1_700_000_010, date: 1_700_000_000 });
    await call({ limit: 100, remaining: 4, reset: 1_700_000_010, date: 1_700_000_007 });
    await call();
    // Three seconds by that answer, and a little more, since the end was missed once.
    expect(clock.ms).toBe(13_200);
  });

  it('ends a wait at once when its signal is aborted, and lets the next one go in its place', async () => {
    const { limits, calls } = limiter({ sleep: () => new Promise(() => undefined) });
    await calls(74);
    await limits.take(() => undefined);
    const stop = new AbortController();
    const told: number[] = [];
    const aborted = limits.take((ms) => told.push(ms), stop.signal);
    const next = limits.take((ms) => told.push(ms));
    stop.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    await expect(limits.take(() => undefined, stop.signal)).rejects.toThrow('enough');
    // One more call may start: 100 are for others, and 74 that ended without a budget may have been counted since.
    limits.done({ limit: 1000, remaining: 175, reset: 1_700_000_010, date: 1_700_000_000 });
    await next;
    // The answer of the call under way may shorten the wait, so nobody is told of one.
    expect(told).toEqual([]);
  });

  it('holds everyone back after a 429', async () => {
    const { limits, clock, call } = limiter();
    await call();
    limits.pause(25_000);
    await call();
    expect(clock.slept).toBe(25_000);
  });

  it('makes no call for the rest of ten seconds after a 429 that says nothing of the budget', async () => {
    const { limits, clock, call } = limiter();
    await call();
    limits.pause(1000);
    await call();
    expect(clock.slept).toBe(10_000);
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

  it('says how long a 429 makes it wait, though other calls are under way', async () => {
    const { limits } = limiter({ sleep: () => new Promise(() => undefined) });
    for (let made = 0; made < 2; made += 1) await limits.take(() => undefined);
    limits.done(undefined);
    limits.pause(20_000);
    const waits: number[] = [];
    void limits.take((ms) => waits.push(ms));
    expect(waits).toEqual([20_000]);
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
