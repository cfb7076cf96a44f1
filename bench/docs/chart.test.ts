import { expect, it } from 'vitest';
import { ticks } from './chart.ts';

it.each([
  [100_000, [0, 25_000, 50_000, 75_000, 100_000]],
  [118, [0, 50, 100, 150]],
  [9.4, [0, 2.5, 5, 7.5, 10]],
  [0.6, [0, 0.2, 0.4, 0.6]],
])('the axis up to %d has round numbers', (most, expected) => {
  const found = ticks(most);
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value);
});
