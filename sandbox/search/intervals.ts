/** Sets of whole seconds as sorted, disjoint ranges: the seconds that match a filter on a time. */

/** From the first second up to but not including the second. */
export type Interval = readonly [from: number, to: number];

export const everything: readonly Interval[] = [[-Infinity, Infinity]];

export function union(sets: readonly (readonly Interval[])[]): Interval[] {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else if (from < to) merged.push([from, to]);
  }
  return merged;
}

export function intersection(sets: readonly (readonly Interval[])[]): readonly Interval[] {
  return sets.reduce((left, right) => union([left.flatMap((a) => right.map((b) => overlap(a, b)))]), everything);
}

export function complement(set: readonly Interval[]): readonly Interval[] {
  const gaps: Interval[] = [];
  let from = -Infinity;
  for (const [start, end] of set) {
    if (from < start) gaps.push([from, start]);
    from = end;
  }
  if (from < Infinity) gaps.push([from, Infinity]);
  return gaps;
}

export function includes(set: readonly Interval[], second: number): boolean {
  for (const [from, to] of set) if (second >= from && second < to) return true;
  return false;
}

function overlap(a: Interval, b: Interval): Interval {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}
