import { describe, expect, it } from 'vitest';
import { type SimulatedWindow, type Simulation, simulate } from './test-simulation.ts';

const LIMIT = 1667;

/** Every window of a simulation in one list, so that a failure shows all of them. */
const each = (windows: readonly SimulatedWindow[], of: keyof SimulatedWindow) => windows.map((window) => window[of]);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function expectFull(windows: readonly SimulatedWindow[], share: number): void {
  const full = Math.floor(0.95 * share * LIMIT);
  const most = Math.ceil(share * LIMIT);
  expect(each(windows, 'ours').filter((ours) => ours < full || ours > most)).toEqual([]);
}

describe('a sync that always has a next call', () => {
  it.each<Omit<Simulation, 'windows'>>([
    { latencyMs: 20, share: 0.9 },
    { latencyMs: 100, share: 0.9 },
    { latencyMs: 100, share: 0.5 },
    { latencyMs: 100, share: 1 },
    { latencyMs: 400, share: 0.9 },
    { latencyMs: 400, share: 1 },
    { latencyMs: 400, share: 1, callsAtOnce: 100 },
  ])('uses its share of every full window, and provokes no 429: %o', async (options) => {
    const [, ...full] = await simulate({ ...options, windows: 8 });
    expectFull(full, options.share);
    expect(sum(each(full, 'refused'))).toBe(0);
  });

  it('reads 200,000 conversations and the parts of each in at most 1.05 times the windows that they fill', async () => {
    const calls = 200_000 + Math.ceil(200_000 / 150);
    const windows = await simulate({ latencyMs: 400, share: 0.9, windows: Math.ceil((1.05 * calls) / (0.9 * LIMIT)) });
    expect(sum(each(windows, 'ours'))).toBeGreaterThanOrEqual(calls);
    expect(sum(each(windows, 'refused'))).toBe(0);
  }, 60_000);

  it.each([0, 3300, 9050, 9900, 9999])('does so wherever in a window it starts: after %i ms', async (startMs) => {
    const [first, ...full] = await simulate({ share: 0.9, latencyMs: 100, windows: 4, startMs });
    expectFull(full, 0.9);
    expect(sum(each(full, 'refused')) + (first?.refused ?? 0)).toBe(0);
  });

  it.each([100, 400])('fills the first window, too, once an answer named the limit: %i ms', async (latencyMs) => {
    const windows = await simulate({ share: 0.9, latencyMs, windows: 1 });
    expectFull(windows, 0.9);
  });

  it('makes no more than 75 calls in ten seconds where a proxy takes the headers away', async () => {
    const windows = await simulate({ share: 0.9, latencyMs: 100, windows: 6, headless: true });
    expect(Math.max(...each(windows, 'ours'))).toBe(75);
  });
});

describe("a Date that differs from the clock of Intercom's windows", () => {
  const cases = [-900, -300, 50, 300, 900].flatMap((dateLeadsMs) =>
    [20, 100, 400].map((latencyMs) => ({ dateLeadsMs, latencyMs })),
  );

  it.each(cases)('is learnt within three windows: %o', async (options) => {
    const [, , , ...full] = await simulate({ ...options, share: 0.9, windows: 8 });
    expectFull(full, 0.9);
    expect(sum(each(full, 'refused'))).toBe(0);
  });
});

describe('another client that takes half of the budget', () => {
  const others = { calls: 833, from: 2, to: 6 };
  const cases = [100, 400].flatMap((latencyMs) =>
    [0.5, 0.9, 1].flatMap((share) => (['once', 'even'] as const).map((at) => ({ latencyMs, share, at }))),
  );

  it.each(cases)('gets it within one window, and we come back when it stops: %o', async ({ at, ...options }) => {
    const windows = await simulate({ ...options, windows: 10, others: { ...others, at } });
    const shared = windows.slice(3, 7);
    // A share of 1 leaves 3 % of the window's calls to others that call, so those at its end may come too late.
    const theirs = options.share === 1 ? 0.85 * 833 : 0.95 * 833;
    expect(each(shared, 'others').filter((calls) => calls < theirs)).toEqual([]);
    const left = Math.min(options.share * LIMIT, (options.share === 1 ? 0.97 : 0.9) * LIMIT - 833);
    expect(each(shared, 'ours').filter((calls) => calls < 0.95 * left)).toEqual([]);
    expectFull(windows.slice(7), options.share);
  });

  it.each(cases)('provokes no storm of refusals: %o', async ({ at, ...options }) => {
    const windows = await simulate({ ...options, windows: 10, others: { ...others, at } });
    const { refused = 0 } = windows[2] ?? {};
    // Nobody can know of its first calls before an answer tells: those under way then may be refused.
    expect(refused).toBeLessThanOrEqual(128);
    expect(sum(each(windows, 'refused')) - refused).toBe(0);
  });
});

it('spreads its calls over a window only as long as others call', async () => {
  const others = { calls: 833, from: 2, to: 4, at: 'even' } as const;
  const windows = await simulate({ share: 0.9, latencyMs: 100, windows: 8, others });
  const bursts = each(windows, 'burst');
  expect(Math.max(...bursts.slice(3, 5))).toBeLessThan(40);
  expect(Math.min(...bursts.slice(0, 2), ...bursts.slice(6))).toBeGreaterThan(100);
});

it('starts slowly after a 429 without a header about the budget, too', async () => {
  const windows = await simulate({ share: 0.9, latencyMs: 100, windows: 5, headless: true, refuse: 100 });
  expect(each(windows, 'refused')).toEqual([0, 1, 0, 0, 0]);
  expect(windows[1]?.burst).toBeGreaterThan(70);
  expect(windows[2]?.burst).toBeLessThan(10);
});

it('starts slowly after a 429, in the same window and in the next one', async () => {
  // Call 2,000 arrives in the second window.
  const windows = await simulate({ share: 0.9, latencyMs: 100, windows: 5, refuse: 2000 });
  expect(each(windows, 'refused')).toEqual([0, 1, 0, 0, 0]);
  expect(windows[0]?.burst).toBeGreaterThan(100);
  expect(windows[2]?.burst).toBeLessThan(40);
  expectFull(windows.slice(2), 0.9);
});
