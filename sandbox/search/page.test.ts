import { describe, expect, it } from 'vitest';
import { ApiError } from '../errors.ts';
import { Order } from '../workspace/order.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { everything } from './intervals.ts';
import { listMatches, type Matches, rangeMatches } from './matches.ts';
import { cutPage } from './page.ts';

const keys = [10, 20, 20, 20, 30, 40, 40, 50];
const order = new Order(Uint32Array.from(keys), (ordinal) => keys[ordinal] ?? 0);
const cursorKeys = {
  keyOf: (at: number) => keys[at] ?? 0,
  idOf: (at: number) => `id${at}`,
  ordinalOf: (id: string) => Number(id.slice(2)),
};

function walk(matches: Matches, perPage: number, descending: boolean, reading: 'value' | 'offset'): number[][] {
  const pages: number[][] = [];
  let startingAfter: unknown;
  do {
    const page = cutPage(matches, { perPage, descending, reading, startingAfter }, cursorKeys);
    pages.push([...page.ordinals]);
    expect(page.pages.page).toBe(pages.length);
    startingAfter = (page.pages.next as { starting_after: string } | undefined)?.starting_after;
    if (startingAfter === undefined) expect(page.pages).not.toHaveProperty('next');
  } while (startingAfter !== undefined);
  return pages;
}

describe.each(['value', 'offset'] as const)('pages in the %s reading', (reading) => {
  it('follow each other without gap or repetition, through equal times', () => {
    const matches = rangeMatches(order, everything);
    expect(walk(matches, 3, false, reading)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
    expect(walk(matches, 3, true, reading)).toEqual([
      [7, 6, 5],
      [4, 3, 2],
      [1, 0],
    ]);
    expect(walk(matches, 8, false, reading)).toHaveLength(1);
  });

  it('follow ranges with holes, and lists', () => {
    const holes = rangeMatches(order, [
      [10, 21],
      [40, 41],
    ]);
    expect(walk(holes, 2, false, reading)).toEqual([
      [0, 1],
      [2, 3],
      [5, 6],
    ]);
    expect(walk(holes, 4, true, reading)).toEqual([
      [6, 5, 3, 2],
      [1, 0],
    ]);
    const even = listMatches(rangeMatches(order, everything), (ordinal) => ordinal % 2 === 0, cursorKeys.keyOf);
    expect(walk(even, 3, false, reading)).toEqual([[0, 2, 4], [6]]);
    expect(walk(even, 3, true, reading)).toEqual([[6, 4, 2], [0]]);
  });

  it('without matches gives one empty page', () => {
    const page = cutPage(
      rangeMatches(order, []),
      { perPage: 5, descending: false, reading, startingAfter: null },
      cursorKeys,
    );
    expect(page).toEqual({ ordinals: [], pages: { type: 'pages', page: 1, per_page: 5, total_pages: 0 } });
  });

  it.each(['', 'x', 'bnVsbA==', 'WzFd.', 'WyJhIl0=', 17])('refuse %j as a cursor', (token) => {
    const refused = () => decodeCursor(token, reading);
    expect(refused).toThrow(ApiError);
    expect(refused).toThrow('Invalid starting_after param');
  });
});

describe('a row that moves up while it is walked', () => {
  const moved = (reading: 'value' | 'offset') => {
    const times = [10, 20, 30, 40];
    const live = new Order(Uint32Array.from(times), (ordinal) => times[ordinal] ?? 0);
    const request = { perPage: 2, descending: false, reading };
    const page = () => rangeMatches(live, everything);
    const own = { ...cursorKeys, keyOf: (ordinal: number) => times[ordinal] ?? 0 };
    const first = cutPage(page(), { ...request, startingAfter: undefined }, own);
    live.remove(0);
    times[0] = 50;
    live.insert(0);
    const next = first.pages.next as { starting_after: string };
    return cutPage(page(), { ...request, startingAfter: next.starting_after }, own).ordinals;
  };

  it('hides no other by value, and hides one by offset', () => {
    expect(moved('value')).toEqual([2, 3]);
    expect(moved('offset')).toEqual([3, 0]);
  });
});

describe('a cursor by value', () => {
  it('is base64 of sort value in milliseconds, id and page', () => {
    const token = encodeCursor({ kind: 'value', second: 1_769_576_689, id: '215472856448646', page: 3 });
    expect(JSON.parse(Buffer.from(token, 'base64').toString())).toEqual([1_769_576_689_000, '215472856448646', 3]);
    expect(decodeCursor(token, 'value')).toMatchObject({ second: 1_769_576_689, page: 3 });
  });
});
