/** Ranges behave like sets of seconds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds, type Range, type Ranges, union, within, without } from './ranges.ts';

const SECONDS = [...Array(25).keys()];

const range = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant(Number.POSITIVE_INFINITY)),
  )
  .map(([from, length]): Range => [from, from + length]);
const ranges = fc.array(range, { maxLength: 5 }).map((some) => union([some.filter(([from, below]) => from < below)]));

const secondsIn = (set: Ranges) => SECONDS.filter((second) => holds(set, second));

function isTidy(set: Ranges): boolean {
  return set.every(([from, below], at) => from < below && (set[at - 1]?.[1] ?? -1) < from);
}

it('within, without and union are those of sets', () => {
  fc.assert(
    fc.property(ranges, range, ranges, (set, one, other) => {
      const inOne = (second: number) => one[0] <= second && second < one[1];
      expect(secondsIn(within(set, one))).toEqual(secondsIn(set).filter(inOne));
      expect(secondsIn(without(set, one))).toEqual(secondsIn(set).filter((second) => !inOne(second)));
      expect(secondsIn(union([set, other]))).toEqual(SECONDS.filter((at) => holds(set, at) || holds(other, at)));
    }),
  );
});

it('stay in order, without overlaps and without empty ranges', () => {
  fc.assert(
    fc.property(ranges, range, ranges, (set, one, other) => {
      for (const made of [within(set, one), without(set, one), union([set, other])]) expect(made).toSatisfy(isTidy);
    }),
  );
});

it('joins ranges that touch', () => {
  expect(
    union([
      [[0, 5]],
      [
        [5, 9],
        [12, 13],
      ],
    ]),
  ).toEqual([
    [0, 9],
    [12, 13],
  ]);
});
