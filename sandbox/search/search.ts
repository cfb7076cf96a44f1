/** Answers search requests over one kind of record (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations). */
import { ApiError, parameterInvalid } from '../errors.ts';
import { positiveNumber } from '../pages.ts';
import { type Body, fullBody, listedBody } from '../workspace/bodies.ts';
import { searchableContact } from '../workspace/contact-facts.ts';
import type { Table } from '../workspace/table.ts';
import { idOf, ordinalOf, type Workspace } from '../workspace/workspace.ts';
import { daysOf } from './calendar-day.ts';
import { bounds, predicate, type Reading, type Records, type TimeColumn } from './evaluate.ts';
import type { SearchKind } from './fields.ts';
import { listMatches, type Matches, rangeMatches } from './matches.ts';
import { cutPage, type Page } from './page.ts';
import { parseQuery, type Query } from './parse.ts';

export interface Found {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly pages: Page['pages'];
  readonly total: number;
}

export interface SearchDefaults {
  readonly perPage: number;
  /** The sort field of a request without `sort.field` (undocumented). */
  readonly sortField: TimeColumn;
  /** Whether the token may not see the record, so that the search neither counts nor shows it. */
  readonly isHidden?: ((ordinal: number) => boolean) | undefined;
}

export const maxPerPage = 150;
const keptMatches = 8;

/** Makes the search of one kind; it remembers the matches of recent queries until the index changes. */
export function createSearch(
  workspace: Workspace,
  kind: SearchKind,
  defaults: SearchDefaults,
): (body: unknown) => Found {
  const { options } = workspace;
  const { isHidden } = defaults;
  const zone = options.contactDays === 'utc' ? 'UTC' : options.timezone;
  const reading: Reading = { kind, dayOf: daysOf(zone), inclusive: options.greaterThan === 'inclusive' };
  const kept = new Map<string, Matches>();

  function matchesOf(table: Table, query: Query, column: TimeColumn): Matches {
    const { set, exact } = bounds(query, column, reading);
    const range = rangeMatches(column === 'created_at' ? table.byCreation : table.byUpdate, set);
    if (exact && !isHidden) return range;
    // Contacts are searched by their segments too, which change while the contacts do not.
    const version = table.version + workspace.stores.segments.live.version;
    const key = `${version} ${column} ${JSON.stringify(query)}`;
    const known = kept.get(key);
    if (known) return known;
    const passes = predicate(query, reading, recordsOf(workspace, kind, table));
    const isShown = isHidden ? (ordinal: number) => !isHidden(ordinal) && passes(ordinal) : passes;
    const found = listMatches(range, isShown, keysOf(table, column));
    const oldest = kept.size < keptMatches ? undefined : kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, found);
    return found;
  }

  return (body) => {
    const asked = readRequest(body, kind, defaults);
    const request = options.sort === 'heeded' ? asked : sortedOtherwise(asked);
    const table = workspace.stores[kind].index();
    const matches = matchesOf(table, request.query, request.column);
    const page = cutPage(
      matches,
      { ...request, reading: options.cursor },
      {
        keyOf: keysOf(table, request.column),
        idOf: (at) => idOf(workspace, kind, at),
        ordinalOf: (id) => ordinalOf(workspace, kind, id),
      },
    );
    return { items: shown(workspace, kind, page.ordinals), pages: page.pages, total: matches.count };
  };
}

/** Bodies as of the index, or as of now. In the second case records deleted since are counted and not shown. */
function shown(workspace: Workspace, kind: SearchKind, ordinals: readonly number[]): Found['items'] {
  const store = workspace.stores[kind];
  const table = workspace.options.searchBodies === 'live' ? store.live : store.index();
  return ordinals.filter((ordinal) => table.has(ordinal)).map((ordinal) => listedBody(workspace, kind, table, ordinal));
}

/** A body is made once, even if several filters of a query need it. */
function recordsOf(workspace: Workspace, kind: SearchKind, table: Table): Records {
  let last: { readonly ordinal: number; readonly body: Body } | undefined;
  return {
    created_at: (ordinal) => table.createdAt(ordinal),
    updated_at: (ordinal) => table.updatedAt(ordinal),
    ordinalOf: (id) => ordinalOf(workspace, kind, id),
    body: (ordinal) => {
      if (last?.ordinal !== ordinal) last = { ordinal, body: searchableBody(workspace, kind, table, ordinal) };
      return last.body;
    },
  };
}

/** Search knows fields that bodies do not show: the segments of contacts, and the state of tickets in one of two readings. */
function searchableBody(workspace: Workspace, kind: SearchKind, table: Table, ordinal: number): Body {
  if (kind === 'contacts') return searchableContact(workspace, table, ordinal);
  const body = fullBody(workspace, kind, table, ordinal);
  if (kind === 'conversations') return body;
  const { category, internal_label: label } = body.ticket_state as Body;
  return { ...body, state: workspace.options.ticketSearchState === 'label' ? label : category };
}

function keysOf(table: Table, column: TimeColumn): (ordinal: number) => number {
  return column === 'created_at' ? (ordinal) => table.createdAt(ordinal) : (ordinal) => table.updatedAt(ordinal);
}

interface SearchRequest {
  readonly query: Query;
  readonly perPage: number;
  readonly startingAfter: unknown;
  readonly column: TimeColumn;
  readonly descending: boolean;
}

function readRequest(body: unknown, kind: SearchKind, defaults: SearchDefaults): SearchRequest {
  const { query, pagination, sort } = (body ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
  return {
    query: parseQuery(query, kind),
    perPage: positiveNumber(pagination?.per_page, 'per_page', defaults.perPage, maxPerPage),
    startingAfter: pagination?.starting_after,
    column: sortColumn(sort?.field ?? defaults.sortField),
    descending: isDescending(sort?.order ?? 'descending'),
  };
}

function sortedOtherwise(request: SearchRequest): SearchRequest {
  const column = request.column === 'created_at' ? 'updated_at' : 'created_at';
  return { ...request, column, descending: !request.descending };
}

function sortColumn(field: unknown): TimeColumn {
  if (field === 'created_at' || field === 'updated_at') return field;
  throw parameterInvalid(`Cannot sort by '${String(field)}'`);
}

function isDescending(order: unknown): boolean {
  if (order === 'descending') return true;
  if (order === 'ascending') return false;
  throw new ApiError(
    400,
    'invalid_sort_order',
    `Invalid sort order '${String(order)}'. Must be one of: ascending, descending`,
  );
}
