/** The complete lists of a contact or a company, beyond the ten items that its body shows. */
import { appliedTag, type Body, fullBody, nestedItems } from './bodies.ts';
import { existing, find, type Workspace } from './workspace.ts';

/** Ordinals of companies with users, by their last request, the latest first; companies without a request come last. */
export function createCompanyOrder(workspace: Workspace): () => readonly number[] {
  const { live } = workspace.collections.companies;
  return perVersion(
    () => live.version + workspace.collections.contacts.live.version,
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
    fullBody(workspace, 'companies', workspace.collections.companies.live, company),
    'segments',
    'segments',
  );
}

export function tagsOfCompany(workspace: Workspace, company: number): readonly Body[] {
  return nestedItems(fullBody(workspace, 'companies', workspace.collections.companies.live, company), 'tags', 'tags');
}

/** Tags of a contact, with the time and the admin of their application. */
export function tagsOfContact(workspace: Workspace, contact: number): Body[] {
  const { live } = workspace.collections.contacts;
  const { createdAt, tags } = live.row(contact);
  return contactItems(workspace, contact, 'tags').flatMap(({ id }) => {
    const tag = find(workspace, 'tags', String(id));
    if (tag === undefined) return [];
    const later = tags.find((tagging) => tagging.tag === tag);
    return [appliedTag(workspace, later ?? { tag, at: createdAt })];
  });
}

function contactItems(workspace: Workspace, contact: number, list: string): readonly Body[] {
  return nestedItems(fullBody(workspace, 'contacts', workspace.collections.contacts.live, contact), list, 'data');
}

/** Computes a value once for each version of its inputs. */
function perVersion<T>(version: () => number, compute: () => T): () => T {
  let known: { readonly version: number; readonly value: T } | undefined;
  return () => {
    if (known?.version !== version()) known = { version: version(), value: compute() };
    return known.value;
  };
}
