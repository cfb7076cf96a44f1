/** The names of files, the times in them, and rows that are equal. */
import { expect, it } from 'vitest';
import { timeIn } from '../../streams/outbound/values.ts';
import { kindOf } from './csv-file.ts';
import { createOccurrences } from './occurrences.ts';

it.each([
  ['receipts_20260601-120000.csv', 'receipt'],
  ['click_20260601_120000.csv', 'click'],
  ['reply-20260601-120000.csv', 'reply'],
  ['replies.csv', 'reply'],
  ['goal_success_20260601-1200.csv', 'goal_success'],
  ['Overview.csv', 'overview'],
])('%s is about a %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

it.each([
  ['1780315200', 1_780_315_200],
  ['2026-06-01 12:00:00', 1_780_315_200],
  ['2026-06-01 12:00:00 UTC', 1_780_315_200],
  ['2026-06-01T12:00:00.000Z', 1_780_315_200],
  ['2026-06-01 14:00:00 +0200', 1_780_315_200],
  ['yesterday', undefined],
])('the time %s', (text, seconds) => {
  expect(timeIn(text)).toBe(seconds);
});

it('counts equal rows among many', () => {
  const rows = createOccurrences();
  for (let hash = 1; hash <= 20_000; hash += 1) expect(rows.add(hash * 7919)).toBe(0);
  expect([rows.add(7919), rows.add(7919), rows.add(2 * 7919)]).toEqual([1, 2, 1]);
  expect([7919, 2 * 7919, 3 * 7919, 4].map(rows.count)).toEqual([3, 2, 1, 0]);
});
