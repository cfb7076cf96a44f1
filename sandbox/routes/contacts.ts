/** Contacts: list, search, one by one, and the lists that a contact shows only ten items of. */
import { ApiError, notFound } from '../errors.ts';
import { numberedPages, pageOf, positiveNumber } from '../pages.ts';
import { listAll } from '../search/list.ts';
import { createSearch, type Found, type SearchDefaults } from '../search/search.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import {
  companiesOfContact,
  notesOfContact,
  segmentBodiesOfContact,
  subscriptionsOfContact,
} from '../workspace/contact-facts.ts';
import { idOf, ordinalOf } from '../workspace/kinds.ts';
import { tagsOfContact } from '../workspace/relations.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import type { Call, Route } from './route.ts';

const scope = 'read_users_companies';
const defaults: SearchDefaults = { perPage: 50, sortField: 'created_at' };

export function contactRoutes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'contacts', defaults);
  const whole = (list: (workspace: Workspace, ordinal: number) => readonly Body[]) => (call: Call) => ({
    type: 'list',
    data: list(workspace, known(workspace, call)),
  });
  const paged = (list: (workspace: Workspace, ordinal: number) => readonly Body[]) => (call: Call) =>
    page(list(workspace, known(workspace, call)), call.url);
  const companies = (call: Call) => {
    const { data, ...rest } = page(companiesOfContact(workspace, known(workspace, call)), call.url);
    return { ...rest, [workspace.options.contactCompaniesKey]: data };
  };
  return [
    {
      method: 'GET',
      path: '/contacts',
      scope,
      handle: ({ url }) => envelope(listAll(workspace, 'contacts', defaults, url.searchParams)),
    },
    { method: 'POST', path: '/contacts/search', scope, handle: ({ body }) => envelope(search(body)) },
    { method: 'GET', path: '/contacts/{id}', scope, handle: (call) => contact(workspace, call) },
    { method: 'GET', path: '/contacts/{id}/tags', scope, handle: whole(tagsOfContact) },
    { method: 'GET', path: '/contacts/{id}/segments', scope, handle: whole(segmentBodiesOfContact) },
    { method: 'GET', path: '/contacts/{id}/subscriptions', scope, handle: whole(subscriptionsOfContact) },
    { method: 'GET', path: '/contacts/{id}/companies', scope, handle: companies },
    { method: 'GET', path: '/contacts/{id}/notes', scope, handle: paged(notesOfContact) },
  ];
}

function envelope({ items, total, pages }: Found): Body {
  return { type: 'list', data: items, total_count: total, pages };
}

function page(items: readonly Body[], url: URL): Body {
  const number = positiveNumber(url.searchParams.get('page'), 'page', 1);
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 50, 60);
  const pages = numberedPages({ page: number, perPage, total: items.length, url });
  return { type: 'list', data: pageOf(items, number, perPage), pages, total_count: items.length };
}

const hops = 3;

/** A merged contact is refused with the address of the one it is part of now, at most three merges away. */
function contact(workspace: Workspace, { params }: Call): Body {
  const id = params.id ?? '';
  const ordinal = find(workspace, 'contacts', id);
  if (ordinal !== undefined) return listedBody(workspace, 'contacts', workspace.shelves.contacts.live, ordinal);
  let target = workspace.mergedInto.get(ordinalOf('contacts', id) ?? -1);
  if (target === undefined) throw notFound('User Not Found');
  for (let hop = 1; hop < hops; hop++) target = workspace.mergedInto.get(target) ?? target;
  const message = "This contact has been merged. See the 'Link' header for the canonical contact.";
  const link = `</contacts/${idOf('contacts', target)}>; rel="canonical"`;
  throw new ApiError(410, 'contact_merged', message, { Link: link });
}

function known(workspace: Workspace, { params }: Call): number {
  const ordinal = find(workspace, 'contacts', params.id ?? '');
  if (ordinal === undefined) throw notFound('User Not Found');
  return ordinal;
}
