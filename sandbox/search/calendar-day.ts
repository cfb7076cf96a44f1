/** Calendar days of a time zone, daylight saving and skipped days included. */
import type { Interval } from './intervals.ts';

/** Finds the day of an instant: its first second, and the first second after it. */
export type DayOf = (second: number) => Interval;

const longestDay = 26 * 3600;

/** Days of `timeZone` (IANA name). Throws RangeError for a zone that does not exist. */
export function daysOf(timeZone: string): DayOf {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dateAt = (second: number) => format.format(second * 1000);
  return (second) => {
    const date = dateAt(second);
    const isSameDay = (other: number) => dateAt(other) === date;
    return [firstOfRun(second, isSameDay), endOfRun(second, isSameDay)];
  };
}

/** The earliest second of the unbroken run around `second`. */
function firstOfRun(second: number, belongs: (second: number) => boolean): number {
  let outside = second - longestDay;
  let inside = second;
  while (inside - outside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (belongs(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The first second after the run around `second`. */
function endOfRun(second: number, belongs: (second: number) => boolean): number {
  let inside = second;
  let outside = second + longestDay;
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (belongs(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}
