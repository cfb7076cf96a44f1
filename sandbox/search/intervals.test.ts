import { describe, expect, it } from 'vitest';
import { complement, everything, includes, intersection, union } from './intervals.ts';

describe('intervals', () => {
  it('a union joins overlapping and adjacent ranges and drops empty ones', () => {
    expect(union([[[5, 7]], [[1, 3]], [[3, 4]], [[9, 9]]])).toEqual([
      [1, 4],
      [5, 7],
    ]);
  });

  it('an intersection keeps the seconds that lie in all sets', () => {
    expect(
      intersection([
        [[1, 10]],
        [
          [0, 2],
          [5, 20],
        ],
        everything,
      ]),
    ).toEqual([
      [1, 2],
      [5, 10],
    ]);
    expect(intersection([[[1, 2]], [[2, 3]]])).toEqual([]);
  });

  it('a complement is everything else', () => {
    expect(
      complement([
        [1, 2],
        [4, 5],
      ]),
    ).toEqual([
      [-Infinity, 1],
      [2, 4],
      [5, Infinity],
    ]);
    expect(complement([])).toEqual(everything);
  });

  it('a range includes its start and not its end', () => {
    expect([1, 2].map((at) => includes([[1, 2]], at))).toEqual([true, false]);
  });
});
