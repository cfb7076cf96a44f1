/** Contacts: list, search, and one by one. */
import { contact } from '../data/contact.ts';
import { idForms, idOf, ordinalOf } from '../data/ids.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Call, Route } from '../routes/route.ts';
import { listAll } from '../search/list.ts';
import { createSearch, type Found, type SearchDefaults } from '../search/search.ts';
import { type Body, listedBody, nestedItems, withItems } from '../workspace/bodies.ts';
import { contactAsRead } from '../workspace/contact-readings.ts';
import { oddContact } from '../workspace/hostile-text.ts';
import { liveContact } from '../workspace/live-shapes.ts';
import { mergedTo } from '../workspace/merge-history.ts';
import { withTags } from '../workspace/tagging.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { withMergeHistory } from './merge-history.ts';

export const contacts: Collection = {
  ids: idForms.contact,
  count: 500,
  generate: contact,
  missing: () => notFound('User Not Found'),
  complete: (workspace, body, { row }) => {
    const companies = nestedItems(body, 'companies', 'data').filter(
      ({ id }) => find(workspace, 'companies', String(id)) !== undefined,
    );
    return withItems(withTags(workspace, 'contacts', body, row.tags), 'companies', 'data', companies);
  },
  listed: ({ options }, body) => contactAsRead(options, cappedContact(body)),
  liveShape: liveContact,
  oddText: oddContact,
  routes: contactRoutes,
};

const nestedLimit = 10;
const scope = 'read_users_companies';
const defaults: SearchDefaults = { perPage: 50, sortField: 'created_at' };

function contactRoutes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'contacts', defaults);
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
    { method: 'GET', path: '/contacts/{id}', scope, handle: (call) => retrieved(workspace, call) },
  ];
}

function envelope(workspace: Workspace, { items, total, pages }: Found, url: URL): Body {
  const data = items.map((item) => withMergeHistory(workspace, item, url.searchParams));
  return { type: 'list', data, total_count: total, pages };
}

/** A merged contact gives an error with the address of the contact that it is part of now, at most three merges further. */
function retrieved(workspace: Workspace, { params, url }: Call): Body {
  const id = params.id ?? '';
  const ordinal = find(workspace, 'contacts', id);
  if (ordinal !== undefined) {
    const body = listedBody(workspace, 'contacts', workspace.stores.contacts.live, ordinal);
    return withMergeHistory(workspace, body, url.searchParams);
  }
  const target = mergedTo(workspace, ordinalOf('contact', id) ?? -1);
  if (target === undefined) throw notFound('User Not Found');
  const message = "This contact has been merged. See the 'Link' header for the canonical contact.";
  const link = `</contacts/${idOf('contact', target)}>; rel="canonical"`;
  throw new ApiError(410, 'contact_merged', message, { Link: link });
}

/** The first ten items of each nested list, and the URL of the whole list. */
function cappedContact(body: Body): Body {
  const lists = ['tags', 'notes', 'companies', 'opted_out_subscription_types', 'opted_in_subscription_types'];
  const capped = lists
    .filter((list) => body[list] !== null && body[list] !== undefined)
    .map((list) => {
      const data = nestedItems(body, list, 'data');
      const child = list.startsWith('opted') ? 'subscriptions' : list;
      const url = `/contacts/${String(body.id)}/${child}`;
      const total = data.length;
      return [
        list,
        { type: 'list', data: data.slice(0, nestedLimit), url, total_count: total, has_more: total > nestedLimit },
      ];
    });
  return { ...body, ...Object.fromEntries(capped) };
}
