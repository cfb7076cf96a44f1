/**
 * Reads from the answer to a list how to ask for its next page. Intercom has several forms for this, and some lists change
 * their form, so every list is read with all of them in mind.
 * Source: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination
 */
import type { JsonObject } from '@airbyte-ts/cdk-shim';

/** Parameters that ask for the next page. */
export type NextPage = Readonly<Record<string, string | number>>;

export interface Said {
  /** How to ask for the next page; undefined where the answer names none. */
  readonly next: NextPage | undefined;
  /** Whether the answer says that there is more, without saying how to ask for it. */
  readonly more: boolean;
  /** Whether the answer says explicitly that this is the last page, whatever it counts. */
  readonly end: boolean;
  /** How many records there are; undefined where the answer does not count them. */
  readonly totalCount: number | undefined;
}

/** Reads `body`, the answer to page number `asked` (from 1) of `call`. Throws an Error where the next page is named in an unknown form. */
export function readNext(body: JsonObject, asked: number, call: string): Said {
  const pages = isObject(body.pages) ? body.pages : {};
  const field = (name: string) => pages[name] ?? body[name];
  const named =
    pages.next ?? cursorOf(field('next_cursor')) ?? (typeof body.pages === 'string' ? body.pages : undefined);
  const hasMore = field('has_more');
  const totalPages = number(field('total_pages'));
  return {
    next: named === undefined || named === null || named === '' ? undefined : understood(named, call),
    more: hasMore === true || (totalPages !== undefined && asked < totalPages),
    end: hasMore === false,
    totalCount: number(body.total_count ?? pages.total_count),
  };
}

/** The list that names a `next_cursor` is asked for it as `cursor`. */
function cursorOf(cursor: unknown): unknown {
  return typeof cursor === 'string' && cursor !== '' ? { cursor } : cursor;
}

/** An address may name another host: only its parameters count. */
function understood(next: unknown, call: string): NextPage {
  if (typeof next === 'number' && next >= 1) return { page: next };
  if (typeof next === 'string') {
    const address = /^(https?:\/)?\//.test(next) ? URL.parse(next, 'https://api.intercom.io') : null;
    if (address && address.searchParams.size > 0) return Object.fromEntries(address.searchParams);
    if (!address) return /^\d{1,9}$/.test(next) ? { page: Number(next) } : { starting_after: next };
  }
  if (isObject(next)) {
    const { starting_after, page, cursor } = next;
    if (typeof cursor === 'string') return { cursor };
    if (typeof starting_after === 'string' && starting_after !== '') return { starting_after };
    if (typeof starting_after === 'number') return { starting_after: String(starting_after) };
    if (starting_after !== undefined && starting_after !== null) return refuse(next, call);
    if (typeof page === 'number' && page >= 1) return { page };
  }
  return refuse(next, call);
}

function refuse(next: unknown, call: string): never {
  throw new Error(
    `The answer to ${call} names its next page in a form that this connector does not know (${typeof next}): please report it.`,
  );
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
