/** Cuts one page out of the matches of a query, starting at a cursor. */
import { type Cursor, decodeCursor, encodeCursor, invalidCursor } from './cursor.ts';
import type { Matches } from './matches.ts';

export interface PageRequest {
  readonly perPage: number;
  readonly startingAfter: unknown;
  readonly descending: boolean;
  readonly reading: Cursor['kind'];
}

/** Facts about records that cursors need. */
export interface Keys {
  readonly keyOf: (ordinal: number) => number;
  readonly idOf: (ordinal: number) => string;
  readonly ordinalOf: (id: string) => number | undefined;
}

export interface Page {
  readonly ordinals: readonly number[];
  /** The `pages` object of the answer; its `next` is absent on the last page. */
  readonly pages: Readonly<Record<string, unknown>>;
}

export function cutPage(matches: Matches, request: PageRequest, keys: Keys): Page {
  const { perPage, descending } = request;
  const hasCursor = request.startingAfter !== undefined && request.startingAfter !== null;
  const cursor = hasCursor ? decodeCursor(request.startingAfter, request.reading) : undefined;
  const start = cursor ? passed(matches, cursor, descending, keys) : 0;
  const end = Math.min(matches.count, start + perPage);
  const ordinals: number[] = [];
  for (let i = start; i < end; i++) ordinals.push(matches.at(descending ? matches.count - 1 - i : i));
  const page = cursor?.kind === 'value' ? cursor.page : Math.floor(start / perPage) + 1;
  const last = ordinals.at(-1);
  const next: Cursor | undefined =
    last === undefined || end >= matches.count
      ? undefined
      : request.reading === 'offset'
        ? { kind: 'offset', offset: end }
        : { kind: 'value', second: keys.keyOf(last), id: keys.idOf(last), page: page + 1 };
  const pages = { type: 'pages', page, per_page: perPage, total_pages: Math.ceil(matches.count / perPage) };
  if (next === undefined) return { ordinals, pages };
  return { ordinals, pages: { ...pages, next: { page: page + 1, starting_after: encodeCursor(next) } } };
}

/** How many matches lie before the page, in the direction of the walk. */
function passed(matches: Matches, cursor: Cursor, descending: boolean, keys: Keys): number {
  if (cursor.kind === 'offset') return Math.min(cursor.offset, matches.count);
  const ordinal = keys.ordinalOf(cursor.id);
  if (ordinal === undefined) throw invalidCursor();
  return descending
    ? matches.count - matches.countBefore(cursor.second, ordinal)
    : matches.countBefore(cursor.second, ordinal + 1);
}
