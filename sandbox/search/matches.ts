/** The records that a query matches, in the order of the sort field, with as little memory as possible. */
import type { Order } from '../workspace/order.ts';
import type { Interval } from './intervals.ts';

export interface Matches {
  readonly count: number;
  /** The ordinal at a position from 0 to `count` - 1, ascending by the sort field. */
  readonly at: (position: number) => number;
  /** How many matches come before (`second`, `ordinal`). */
  readonly countBefore: (second: number, ordinal: number) => number;
}

/** The records whose keys lie in ranges: found by binary search. */
export function rangeMatches(order: Order, set: readonly Interval[]): Matches {
  const runs = set
    .map(([from, to]) => ({ start: order.countBefore(from), end: order.countBefore(to) }))
    .filter(({ start, end }) => start < end);
  return {
    count: runs.reduce((sum, { start, end }) => sum + end - start, 0),
    at: (position) => {
      let left = position;
      for (const { start, end } of runs) {
        if (left < end - start) return order.at(start + left);
        left -= end - start;
      }
      throw new RangeError(`no match at ${position}`);
    },
    countBefore: (second, ordinal) => {
      const limit = order.countBefore(second, ordinal);
      return runs.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, limit) - start), 0);
    },
  };
}

/** The members of `candidates` that pass a test. The caller keeps the result. */
export function listMatches(
  candidates: Matches,
  passes: (ordinal: number) => boolean,
  keyOf: (ordinal: number) => number,
): Matches {
  const found = new Uint32Array(candidates.count);
  let count = 0;
  for (let position = 0; position < candidates.count; position++) {
    const ordinal = candidates.at(position);
    if (passes(ordinal)) found[count++] = ordinal;
  }
  const list = found.slice(0, count);
  const at = (position: number) => list[position] ?? 0;
  return {
    count: list.length,
    at,
    countBefore: (second, ordinal) => {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = at(middle);
        const key = keyOf(other);
        if (key < second || (key === second && other < ordinal)) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
