/** Contacts: list, search, one by one, and the lists that a contact shows only ten items of. */
import { ApiError, notFound } from '../errors.ts';
import { pagedList, smallList } from '../pages.ts';
import type { Call, Route } from '../route.ts';
import { listAll } from '../search/list.ts';
import { createSearch, type Found, type SearchDefaults } from '../search/search.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import { companiesOfContact } from '../workspace/contact-facts.ts';
import { idOf, ordinalOf } from '../workspace/kinds.ts';
import { mergedTo } from '../workspace/merge-history.ts';
import { tagsOfContact } from '../workspace/relations.ts';
import { contactRelations } from '../workspace/truth-relations.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { withMergeHistory } from './merge-history.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

const scope = 'read_users_companies';
const defaults: SearchDefaults = { perPage: 50, sortField: 'created_at' };

export const contacts: Resource = {
  routes,
  truth: { contacts: recordRows('contacts'), ...contactRelations },
};

function routes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'contacts', defaults);
  const tags = (call: Call) => smallList(workspace.options, tagsOfContact(workspace, known(workspace, call)), call.url);
  const companies = (call: Call) => {
    const byCursor = workspace.options.cursorLists === 'all';
    const { data, ...rest } = pagedList(companiesOfContact(workspace, known(workspace, call)), call.url, { byCursor });
    return { ...rest, [workspace.options.contactCompaniesKey]: data };
  };
  return [
    {
      method: 'GET',
      path: '/contacts',
      scope,
      handle: ({ url }) => envelope(workspace, listAll(workspace, 'contacts', defaults, url.searchParams), url),
    },
    {
      method: 'POST',
      path: '/contacts/search',
      scope,
      handle: ({ body, url }) => envelope(workspace, search(body), url),
    },
    { method: 'GET', path: '/contacts/{id}', scope, handle: (call) => contact(workspace, call) },
    { method: 'GET', path: '/contacts/{id}/tags', scope, handle: tags },
    { method: 'GET', path: '/contacts/{id}/companies', scope, handle: companies },
  ];
}

function envelope(workspace: Workspace, { items, total, pages }: Found, url: URL): Body {
  const data = items.map((item) => withMergeHistory(workspace, item, url.searchParams));
  return { type: 'list', data, total_count: total, pages };
}

/** A merged contact is refused with the address of the one it is part of now, at most three merges away. */
function contact(workspace: Workspace, { params, url }: Call): Body {
  const id = params.id ?? '';
  const ordinal = find(workspace, 'contacts', id);
  if (ordinal !== undefined) {
    const body = listedBody(workspace, 'contacts', workspace.collections.contacts.live, ordinal);
    return withMergeHistory(workspace, body, url.searchParams);
  }
  const target = mergedTo(workspace, ordinalOf('contacts', id) ?? -1);
  if (target === undefined) throw notFound('User Not Found');
  const message = "This contact has been merged. See the 'Link' header for the canonical contact.";
  const link = `</contacts/${idOf('contacts', target)}>; rel="canonical"`;
  throw new ApiError(410, 'contact_merged', message, { Link: link });
}

function known(workspace: Workspace, { params }: Call): number {
  const ordinal = find(workspace, 'contacts', params.id ?? '');
  if (ordinal === undefined) throw notFound('User Not Found');
  return ordinal;
}
