/** Splits windows, so that more pages are under way at the same time. */
import { type Ranges, within } from '../cursors/ranges.ts';
import type { Window } from './window.ts';

/** A state holds at most so many ranges of a backfill. */
export const MOST_RANGES = 32;

/** No record is older than Intercom, in epoch seconds. Only the place of a split depends on it. */
const OLDEST = 1_300_000_000;

/** Each part that is read by calendar day begins with the records of the days around its end once more: at most 1 in 20. */
const SHORTEST_BY_DAY = 40 * 24 * 60 * 60;

export interface SplitOptions {
  /** All windows that are not read to their end. */
  readonly windows: readonly Window[];
  /** The unread ranges of each stream. */
  readonly unread: readonly Ranges[];
  /** Epoch seconds. */
  readonly now: number;
  /** Whether the search compares by calendar day, and goes newest first. */
  readonly byDay: boolean;
  /** A window with no more unread records stays whole. */
  readonly splitAbove: number;
}

/** Splits the later half of a window off, or its earlier half by day. Undefined: the window stays whole. */
export function splitOff(
  window: Window,
  { windows, unread, now, byDay, splitAbove }: SplitOptions,
): Window | undefined {
  if (window.left <= splitAbove) return undefined;
  const places = unread.map((ranges) =>
    windows.reduce((sum, { from, below }) => sum + within(ranges, [from, below]).length, 0),
  );
  if (Math.max(...places) >= MOST_RANGES) return undefined;
  const from = Math.max(window.from, OLDEST);
  const below = Math.min(window.below, now);
  const middle = Math.floor((from + below) / 2);
  if (byDay && middle - from < SHORTEST_BY_DAY) return undefined;
  return middle > from && middle < below ? window.split(middle, byDay) : undefined;
}
