/** The contacts that were merged into a contact (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts). */
import { contactRole } from '../data/contact.ts';
import { ordinalOf } from '../data/ids.ts';
import { childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { ApiError, notFound } from '../errors.ts';
import { listOrder, positiveNumber } from '../pages.ts';
import type { Call, Route } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import { type MergeEntry, mergesInto } from '../workspace/merge-history.ts';
import { find, type Workspace } from '../workspace/workspace.ts';

export const mergeHistory: Resource = {
  ...childRows({
    stream: 'contact_merges',
    of: 'contacts',
    parent: 'contact',
    key: ['source_contact_id'],
    rows: ({ role }, workspace, contact) =>
      role === 'user' ? mergesInto(workspace, contact).map(({ body }) => body) : [],
  }),
  routes: mergeHistoryRoutes,
};

/** How many merges a contact shows where it does not show them all. */
const SHOWN = 10;

function mergeHistoryRoutes(workspace: Workspace): Route[] {
  return [
    {
      method: 'GET',
      path: '/contacts/{id}/merge_history',
      scope: 'read_users_companies',
      since: '2.16',
      handle: (call) => history(workspace, call),
    },
  ];
}

/** Only users have one: a lead is not found, as documented. */
function history(workspace: Workspace, { params, url }: Call): Body {
  const contact = find(workspace, 'contacts', params.id ?? '');
  if (contact === undefined || contactRole(workspace.world, contact) === 'lead') throw notFound('Contact not found');
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 50, 150);
  const merges = mergesInto(workspace, contact);
  const sorted = listOrder(url.searchParams.get('order')) === 'asc' ? merges : merges.toReversed();
  const left = sorted.slice(passed(sorted, url.searchParams.get('cursor')));
  const shown = left.slice(0, perPage);
  const last = shown.at(-1);
  const more = left.length > perPage && last !== undefined;
  return {
    type: 'list',
    data: shown.map(({ body }) => body),
    ...(more && { next_cursor: encoded(last) }),
    has_more: more,
  };
}

/** With `include_merge_history=true` a user shows the contacts that were merged into it, the latest first. */
export function withMergeHistory(workspace: Workspace, contact: Body, query: URLSearchParams): Body {
  if (query.get('include_merge_history') !== 'true' || contact.role !== 'user') return contact;
  const merges = mergesInto(workspace, ordinalOf('contact', String(contact.id)) ?? -1);
  const shown = merges.toReversed().slice(0, workspace.options.mergeHistory === 'cut' ? SHOWN : merges.length);
  return { ...contact, merge_history: shown.map(({ body }) => body) };
}

function encoded({ sequence }: MergeEntry): string {
  return Buffer.from(JSON.stringify({ id: String(sequence) })).toString('base64url');
}

/** How many entries lie before the page. Throws 400 `client_error` for a cursor that no page of this list gave. */
function passed(entries: readonly MergeEntry[], cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const index = entries.findIndex((entry) => encoded(entry) === cursor);
  if (index < 0) throw new ApiError(400, 'client_error', 'Invalid cursor param');
  return index + 1;
}
