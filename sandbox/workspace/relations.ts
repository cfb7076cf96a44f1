/** Complete lists of contacts, companies and conversations: beyond the ten items that a body shows. */
import { type Body, fullBody, listedBody, nestedItems } from './bodies.ts';
import { appliedTag } from './tagging.ts';
import { existing, find, type Workspace } from './workspace.ts';

/** Ordinals of companies with users, by their last request, the latest first. Companies without a request come last. */
export function createCompanyOrder(workspace: Workspace): () => readonly number[] {
  const { live } = workspace.stores.companies;
  return perVersion(
    () => live.version + workspace.stores.contacts.live.version,
    () =>
      Array.from(existing(workspace, 'companies'), (ordinal) => ({
        ordinal,
        body: fullBody(workspace, 'companies', live, ordinal),
      }))
        .filter(({ body }) => body.user_count !== 0)
        .map(({ ordinal, body }) => ({ ordinal, at: Number(body.last_request_at ?? 0) }))
        .sort((a, b) => b.at - a.at || b.ordinal - a.ordinal)
        .map(({ ordinal }) => ordinal),
  );
}

export function segmentsOfCompany(workspace: Workspace, company: number): readonly Body[] {
  return nestedItems(
    fullBody(workspace, 'companies', workspace.stores.companies.live, company),
    'segments',
    'segments',
  );
}

export function tagsOfCompany(workspace: Workspace, company: number): readonly Body[] {
  return nestedItems(fullBody(workspace, 'companies', workspace.stores.companies.live, company), 'tags', 'tags');
}

/** Tags of a contact, each with the time and the admin that put it on. */
export function tagsOfContact(workspace: Workspace, contact: number): Body[] {
  const { live } = workspace.stores.contacts;
  const { createdAt, tags } = live.row(contact);
  return contactItems(workspace, contact, 'tags').flatMap(({ id }) => {
    const tag = find(workspace, 'tags', String(id));
    if (tag === undefined) return [];
    const later = tags.find((tagging) => tagging.tag === tag);
    return [appliedTag(workspace, later ?? { tag, at: createdAt })];
  });
}

/** The contacts or tags that a conversation shows in lists. */
export function listedItems(workspace: Workspace, conversation: number, list: 'contacts' | 'tags'): readonly Body[] {
  const { live } = workspace.stores.conversations;
  return nestedItems(listedBody(workspace, 'conversations', live, conversation), list, list);
}

function contactItems(workspace: Workspace, contact: number, list: string): readonly Body[] {
  return nestedItems(fullBody(workspace, 'contacts', workspace.stores.contacts.live, contact), list, 'data');
}

/** Computes a value again only when the version has changed. */
function perVersion<T>(version: () => number, compute: () => T): () => T {
  let known: { readonly version: number; readonly value: T } | undefined;
  return () => {
    if (known?.version !== version()) known = { version: version(), value: compute() };
    return known.value;
  };
}
