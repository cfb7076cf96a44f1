/** The windows of an export follow on each other, and lead up to the last one. */
import { expect, it } from 'vitest';
import { isLast, type PlanOptions, type Window, windowFrom } from './plan.ts';

const DAY = 86_400;
const now = 20_000 * DAY + 5000;

function windows(from: number, options: Partial<PlanOptions> = {}): readonly Window[] {
  const plan = { now, again: 30 * DAY, beyond: 30 * DAY, halved: 0, ...options };
  const all: Window[] = [];
  for (let at = from; all.length < 1000; ) {
    const window = windowFrom(at, plan);
    all.push(window);
    if (isLast(window)) return all;
    at = window.until;
  }
  return all;
}

it.each([0, 1, 29, 30, 31, 44, 45, 46, 60, 75, 90, 400])('from %i days before', (days) => {
  const all = windows(now - days * DAY);
  expect(all[0]?.after).toBe(Math.floor((now - days * DAY) / DAY) * DAY);
  for (const [index, { after, until, before }] of all.entries()) {
    if (index > 0) expect(after).toBe(all[index - 1]?.until);
    expect(before - until).toBeLessThan(30 * DAY);
    expect(until - after).toBeLessThanOrEqual(61 * DAY);
    expect(before).toBeLessThanOrEqual(now);
  }
  expect(all.at(-1)).toMatchObject({ until: now, before: now });
  expect(all.length).toBeLessThanOrEqual(Math.ceil(days / 30) + 1);
});

it('a second sync has one window, which begins where the last one of the first sync did', () => {
  const last = windows(now - 400 * DAY).at(-1);
  expect(windows(now - 30 * DAY)).toEqual([last]);
  expect(windows(now - 35 * DAY, { now: now + 5 * DAY })).toHaveLength(1);
});

it('halved windows are shorter, and reach as far until they are a day long', () => {
  const [halved] = windows(now - 400 * DAY, { halved: 2 });
  expect((halved?.until ?? 0) - (halved?.after ?? 0)).toBeLessThan(15 * DAY);
  expect((halved?.before ?? 0) - (halved?.until ?? 0)).toBe(30 * DAY - 1);
  const [shortest] = windows(now - 400 * DAY, { halved: 12 });
  expect((shortest?.before ?? 0) - (shortest?.after ?? 0)).toBeLessThan(3 * DAY);
});
