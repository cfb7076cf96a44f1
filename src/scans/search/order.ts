/** Checks whether the records of a search come in the requested order: Intercom has been seen to ignore it. */
import { timeOf } from '../time-of.ts';

export interface Order {
  /** Whether these records continue the order. A record without a time is in order anywhere. */
  readonly follows: (items: readonly object[]) => boolean;
}

/**
 * `settledBelow`: epoch seconds from which a record says nothing about the order, since the search may sort it by an older
 * time than the record shows.
 */
export function createOrder(field: string, direction: 'ascending' | 'descending', settledBelow: number): Order {
  const sign = direction === 'ascending' ? 1 : -1;
  let last = Number.NEGATIVE_INFINITY;
  return {
    follows(items) {
      for (const item of items) {
        const time = timeOf(item, field);
        if (!(time < settledBelow)) continue;
        if (sign * time < last) return false;
        last = sign * time;
      }
      return true;
    },
  };
}

/** The sentence for the log when records come out of order. */
export function outOfOrder(name: string, field: string): string {
  return `${name}: Intercom does not sort by ${field} as asked, so the search is followed page by page to its end.`;
}
