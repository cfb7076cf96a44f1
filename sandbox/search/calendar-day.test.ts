import { describe, expect, it } from 'vitest';
import { daysOf } from './calendar-day.ts';

const second = (iso: string) => Date.parse(iso) / 1000;

describe('daysOf', () => {
  it.each([
    ['UTC', '2026-03-08T12:00:00Z', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z'],
    ['Asia/Kolkata', '2026-03-08T18:29:59Z', '2026-03-07T18:30:00Z', '2026-03-08T18:30:00Z'],
    ['Asia/Kolkata', '2026-03-08T18:30:00Z', '2026-03-08T18:30:00Z', '2026-03-09T18:30:00Z'],
    ['Pacific/Apia', '2026-06-01T12:00:00Z', '2026-06-01T11:00:00Z', '2026-06-02T11:00:00Z'],
  ])('%s: %s lies in the day from %s to %s', (zone, instant, from, to) => {
    expect(daysOf(zone)(second(instant))).toEqual([second(from), second(to)]);
  });

  it('a day in New York has 23 hours when clocks go forward and 25 when they go back', () => {
    const day = daysOf('America/New_York');
    expect(day(second('2026-03-08T20:00:00Z'))).toEqual([
      second('2026-03-08T05:00:00Z'),
      second('2026-03-09T04:00:00Z'),
    ]);
    expect(day(second('2026-11-01T20:00:00Z'))).toEqual([
      second('2026-11-01T04:00:00Z'),
      second('2026-11-02T05:00:00Z'),
    ]);
  });

  it('in Apia the day before the skipped 30 December 2011 is followed by the day after it', () => {
    const day = daysOf('Pacific/Apia');
    const [, to] = day(second('2011-12-30T05:00:00Z'));
    expect(to).toBe(second('2011-12-30T10:00:00Z'));
    expect(day(to)).toEqual([to, to + 86_400]);
  });

  it('in Beirut a day begins at one when clocks go forward at midnight', () => {
    const [from, to] = daysOf('Asia/Beirut')(second('2026-03-29T10:00:00Z'));
    expect([from, to]).toEqual([second('2026-03-28T22:00:00Z'), second('2026-03-29T21:00:00Z')]);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => daysOf('Mars/Olympus')).toThrow(RangeError);
  });
});
