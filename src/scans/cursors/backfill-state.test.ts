/** The state of an open backfill is read in the form of every version, and refused in any other. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import { describe, expect, it } from 'vitest';
import { backfillState, readBackfill } from './backfill-state.ts';

const began = 1_744_153_060;
const END = Number.POSITIVE_INFINITY;

describe('a saved backfill', () => {
  it.each([
    [
      'ranges',
      {
        began,
        unread: [
          [5, 9],
          [20, null],
        ],
      },
      [
        [5, 9],
        [20, END],
      ],
    ],
    ['no range, when everything was read', { began, unread: [] }, []],
    ['everything, before the first record of an earlier version', { began, at: null }, [[0, END]]],
  ])('has %s', (_, saved, unread) => {
    for (const newestFirst of [true, false]) expect(readBackfill(saved, newestFirst)).toEqual({ began, unread });
  });

  it('of an earlier version goes on from its last second, in the order of that version', () => {
    expect(readBackfill({ began, at: 7 }, false)).toEqual({ began, unread: [[7, END]] });
    expect(readBackfill({ began, at: 7, again: true }, true)).toEqual({ began, unread: [[0, 8]], again: true });
  });

  it('is read as it was written', () => {
    const backfill = {
      began,
      unread: [
        [5, 9],
        [20, END],
      ],
      again: true,
    } as const;
    expect(readBackfill(JSON.parse(JSON.stringify(backfillState(backfill))), false)).toEqual(backfill);
  });

  it.each([undefined, null, {}])('that is %j is none', (saved) => {
    expect(readBackfill(saved, false)).toBeUndefined();
  });

  it.each([
    ['x', '"backfill"'],
    [7, '"backfill"'],
    [[], '"backfill"'],
    [{ began: 'x' }, '"backfill.began"'],
    [{ began, at: 'x' }, '"backfill.at"'],
    [{ began, unread: 5 }, '"backfill.unread"'],
    [{ began, unread: [[9, 5]] }, '"backfill.unread"'],
    [{ began, unread: [[1, 'x']] }, '"backfill.unread"'],
  ])('%j is refused, and the message names the part', (saved, part) => {
    expect(() => readBackfill(saved, false)).toThrow(ConfigError);
    expect(() => readBackfill(saved, false)).toThrow(part);
    expect(() => readBackfill(saved, false)).toThrow(/reset the stream/);
  });
});
