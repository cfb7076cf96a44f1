/** Sets of times, as ranges in rising order that do not overlap: the part of a backfill that is still unread. */

/** From `from`, included, to `below`, not included, in epoch seconds; `below` may be infinite. */
export type Range = readonly [from: number, below: number];

export type Ranges = readonly Range[];

export const ALL_TIME: Ranges = [[0, Number.POSITIVE_INFINITY]];

export function holds(ranges: Ranges, time: number): boolean {
  return ranges.some(([from, below]) => from <= time && time < below);
}

/** The parts of `ranges` within one range. */
export function within(ranges: Ranges, [from, below]: Range): Ranges {
  return ranges.map(([a, b]): Range => [Math.max(a, from), Math.min(b, below)]).filter(([a, b]) => a < b);
}

/** The parts of `ranges` outside of one range, which may be empty. */
export function without(ranges: Ranges, [from, below]: Range): Ranges {
  if (!(from < below)) return ranges;
  return ranges.flatMap((range) => [
    ...within([range], [0, from]),
    ...within([range], [below, Number.POSITIVE_INFINITY]),
  ]);
}

/** The times that at least one of the sets holds; ranges that touch become one. */
export function union(sets: readonly Ranges[]): Ranges {
  const joined: Range[] = [];
  for (const [from, below] of sets.flat().toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], below)];
    else joined.push([from, below]);
  }
  return joined;
}
