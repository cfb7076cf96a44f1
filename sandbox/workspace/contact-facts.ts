/** Facts about a contact that its own endpoints show and its body does not: segments, and choices about subscriptions. */
import { segmentsOfContact } from '../data/contact.ts';
import { idOf } from '../data/ids.ts';
import { subscriptionTypes } from '../data/subscription-types.ts';
import { type Body, fullBody, listedBody, nestedItems } from './bodies.ts';
import type { Table } from './table.ts';
import { find, type Workspace } from './workspace.ts';

/** The existing segments that the contact is in. */
export function segmentBodiesOfContact(workspace: Workspace, contact: number): Body[] {
  const { live } = workspace.stores.segments;
  return existingSegments(workspace, contact).map((ordinal) => listedBody(workspace, 'segments', live, ordinal));
}

function existingSegments({ world, stores }: Workspace, contact: number): readonly number[] {
  return segmentsOfContact(world, contact).filter((ordinal) => stores.segments.live.has(ordinal));
}

/** The subscription types that the contact agreed to or refused. */
export function subscriptionsOfContact(workspace: Workspace, contact: number): Body[] {
  const body = fullBody(workspace, 'contacts', workspace.stores.contacts.live, contact);
  const chosen = ['opted_out_subscription_types', 'opted_in_subscription_types'].flatMap((list) =>
    nestedItems(body, list, 'data').map(({ id }) => String(id)),
  );
  return subscriptionTypes.filter(({ id }) => chosen.includes(id));
}

/** The contact as search sees it: `segment_id` is searchable although a contact does not show its segments. */
export function searchableContact(workspace: Workspace, table: Table, contact: number): Body {
  const body = fullBody(workspace, 'contacts', table, contact);
  const data = existingSegments(workspace, contact).map((ordinal) => ({ id: idOf('segment', ordinal) }));
  return { ...body, segments: { data } };
}

/** Companies of a contact, as company lists show them. */
export function companiesOfContact(workspace: Workspace, contact: number): Body[] {
  const { contacts, companies } = workspace.stores;
  return nestedItems(fullBody(workspace, 'contacts', contacts.live, contact), 'companies', 'data').flatMap(({ id }) => {
    const ordinal = find(workspace, 'companies', String(id));
    return ordinal === undefined ? [] : [listedBody(workspace, 'companies', companies.live, ordinal)];
  });
}
