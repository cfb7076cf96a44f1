/** Asks one page of a search. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { Call } from './call.ts';
import type { Caller, Client } from './client.ts';
import { readNext } from './next-page.ts';
import type { Query } from './query.ts';
import { recordsOf } from './records.ts';

export interface SearchRequest {
  readonly path: string;
  /** The key of the answer under which the records are. */
  readonly recordsAt: string;
  /** Parameters in the address. */
  readonly parameters?: Call['query'] | undefined;
  readonly query: Query;
  readonly sort: { readonly field: string; readonly order: 'ascending' | 'descending' };
  readonly perPage: number;
  readonly startingAfter?: string;
  /** As of a `Call`. */
  readonly retries?: number | undefined;
}

export interface SearchPage<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  /** Absent on the last page; a short page is not the last one. */
  readonly next?: string;
}

/** The largest page that Intercom documents for a search. */
export const SEARCH_PAGE_SIZE = 150;

/** One page. Throws what `Client.ask` throws, and an Error where the answer holds no list of records. */
export async function searchPage<T>(client: Client, caller: Caller, request: SearchRequest): Promise<SearchPage<T>> {
  const { path, recordsAt, parameters = {}, query, sort, perPage, startingAfter, retries } = request;
  const pagination = { per_page: perPage, ...(startingAfter ? { starting_after: startingAfter } : {}) };
  const body = await client.ask(caller, {
    method: 'POST',
    path,
    query: parameters,
    body: { query, sort, pagination },
    retries,
  });
  const items = recordsOf<T>(body, [recordsAt], { method: 'POST', path }, caller);
  if (typeof body.total_count !== 'number') throw withoutCount(path);
  const next = cursorOf(body, path);
  return { items, totalCount: body.total_count, ...(next === undefined ? {} : { next }) };
}

/** The cursor of the next page; undefined on the last one. Throws an Error where the next page has none: a search knows no other way on. */
function cursorOf(body: JsonObject, path: string): string | undefined {
  const { next } = readNext(body, 1, `POST ${path}`);
  if (next === undefined) return undefined;
  if (next.starting_after !== undefined) return String(next.starting_after);
  throw new Error(`The answer to POST ${path} names a next page without starting_after: please report it.`);
}

/** How many records a query finds. Throws as `searchPage` does. */
export async function countOf(client: Client, caller: Caller, path: string, query: Query): Promise<number> {
  const body = await client.ask(caller, { method: 'POST', path, body: { query, pagination: { per_page: 1 } } });
  if (typeof body.total_count === 'number') return body.total_count;
  throw withoutCount(path);
}

function withoutCount(path: string): Error {
  return new Error(`The answer to POST ${path} holds no total_count: please report it.`);
}
