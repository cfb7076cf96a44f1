/** Pages by number, with the URL of the next one, and the numbers that clients send to ask for them. */
import { parameterInvalid } from './errors.ts';
import type { SandboxOptions } from './options.ts';

/** A whole number of at least 1; an absent one is `fallback`. Throws 400 `parameter_invalid` above `max`, or for a value that is not a number. */
export function positiveNumber(value: unknown, name: string, fallback: number, max = Number.MAX_SAFE_INTEGER): number {
  if (value === undefined || value === null || value === '') return fallback;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw parameterInvalid(`${name} must be a positive number`);
  if (number > max) throw parameterInvalid(name === 'per_page' ? 'Per Page is too big' : `${name} is too big`);
  return number;
}

/** `asc` or `desc`, as the `order` of lists (not of searches); `fallback` when absent. */
export function listOrder(value: string | null, fallback: 'asc' | 'desc' = 'desc'): 'asc' | 'desc' {
  if (value === null || value === '') return fallback;
  if (value === 'asc' || value === 'desc') return value;
  throw parameterInvalid('order must be asc or desc');
}

export interface NumberedPage {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  /** The URL of the call: origin, path and query. */
  readonly url: URL;
}

/** The `pages` object: `next` is the same URL with the next page's number, or null on the last page. */
export function numberedPages({ page, perPage, total, url }: NumberedPage): Record<string, unknown> {
  const totalPages = Math.ceil(total / perPage);
  return {
    type: 'pages',
    next: page < totalPages ? nextUrl(url, page, perPage) : null,
    page,
    per_page: perPage,
    total_pages: totalPages,
  };
}

/** The part of a list that a page shows. */
export function pageOf<T>(items: readonly T[], page: number, perPage: number): readonly T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

interface PagedList<T> {
  readonly data: readonly T[];
  readonly [field: string]: unknown;
}

export interface PageSize {
  readonly usual: number;
  readonly max: number;
}

/** The page of a short list that the URL asks for: `usual` items unless it says how many, `max` at most. */
export function pagedList<T>(
  items: readonly T[],
  url: URL,
  { usual = 50, max = 60, byCursor = false } = {},
): PagedList<T> {
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', usual, max);
  if (byCursor) return cursorList(items, url, perPage);
  const page = positiveNumber(url.searchParams.get('page'), 'page', 1);
  const pages = numberedPages({ page, perPage, total: items.length, url });
  return { type: 'list', data: pageOf(items, page, perPage), pages, total_count: items.length };
}

/** The same with pages that name no next one: `total_pages` says how many there are. With `flat` the numbers stand beside the items. */
export function countedList<T>(
  items: readonly T[],
  url: URL,
  { flat = false, ...size }: { readonly flat?: boolean; readonly usual?: number; readonly max?: number } = {},
): PagedList<T> {
  const { pages, ...list } = pagedList(items, url, size);
  const { next: _, ...counted } = pages as Record<string, unknown>;
  if (!flat) return { ...list, pages: counted };
  const { type: __, ...numbers } = counted;
  return { ...list, ...numbers };
}

/** The same paged by `starting_after`. A page number in the URL has no effect; the last page has no `next`. */
function cursorList<T>(items: readonly T[], url: URL, perPage: number): PagedList<T> {
  const start = offsetOf(url.searchParams.get('starting_after'));
  const end = start + perPage;
  const page = Math.floor(start / perPage) + 1;
  const next = end < items.length ? { next: { page: page + 1, starting_after: tokenOf(end) } } : {};
  const pages = { type: 'pages', ...next, page, per_page: perPage, total_pages: Math.ceil(items.length / perPage) };
  return { type: 'list', data: items.slice(start, end), pages, total_count: items.length };
}

function tokenOf(offset: number): string {
  return Buffer.from(JSON.stringify([offset])).toString('base64');
}

function offsetOf(token: string | null): number {
  if (token === null || token === '') return 0;
  const [offset] = Buffer.from(token, 'base64').toString().match(/\d+/) ?? [];
  if (offset === undefined || tokenOf(Number(offset)) !== token) throw parameterInvalid('starting_after is not valid');
  return Number(offset);
}

/** A list in one answer, or in pages under the option `pagedLists`. */
export function smallList<T>(
  { pagedLists, cursorLists }: Pick<SandboxOptions, 'pagedLists' | 'cursorLists'>,
  items: readonly T[],
  url: URL,
): PagedList<T> {
  return pagedLists ? pagedList(items, url, { byCursor: cursorLists === 'all' }) : { type: 'list', data: items };
}

function nextUrl(url: URL, page: number, perPage: number): string {
  const next = new URL(url);
  next.searchParams.set('per_page', String(perPage));
  next.searchParams.set('page', String(page + 1));
  return next.href;
}
