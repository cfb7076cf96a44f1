/** The segments and subscriptions of a contact, which have endpoints of their own. */
import { segmentsOfContact } from '../data/contact.ts';
import { type Body, fullBody, listedBody, nestedItems } from './bodies.ts';
import { idOf } from './kinds.ts';
import type { Table } from './table.ts';
import { find, type Workspace } from './workspace.ts';

/** The existing segments of the contact. */
export function segmentBodiesOfContact(workspace: Workspace, contact: number): Body[] {
  const { live } = workspace.collections.segments;
  return existingSegments(workspace, contact).map((ordinal) => listedBody(workspace, 'segments', live, ordinal));
}

function existingSegments({ world, collections }: Workspace, contact: number): readonly number[] {
  return segmentsOfContact(world, contact).filter((ordinal) => collections.segments.live.has(ordinal));
}

/** The subscription types that the contact said yes or no to. */
export function subscriptionsOfContact(workspace: Workspace, contact: number): Body[] {
  const body = fullBody(workspace, 'contacts', workspace.collections.contacts.live, contact);
  const chosen = ['opted_out_subscription_types', 'opted_in_subscription_types'].flatMap((list) =>
    nestedItems(body, list, 'data').map(({ id }) => String(id)),
  );
  return subscriptionTypes.filter(({ id }) => chosen.includes(id));
}

/** The contact as search looks at it: `segment_id` is searchable although a contact does not show its segments. */
export function searchableContact(workspace: Workspace, table: Table, contact: number): Body {
  const body = fullBody(workspace, 'contacts', table, contact);
  const data = existingSegments(workspace, contact).map((ordinal) => ({ id: idOf('segments', ordinal) }));
  return { ...body, segments: { data } };
}

export const subscriptionTypes = [
  subscriptionType('1', 'opt_out', 'Announcements', 'What is new'),
  subscriptionType('2', 'opt_in', 'Newsletter', 'Stories, once a month'),
];

function subscriptionType(id: string, consent: 'opt_in' | 'opt_out', name: string, description: string) {
  const translation = { name, description, locale: 'en' };
  return {
    type: 'subscription',
    id,
    state: 'live',
    consent_type: consent,
    default_translation: translation,
    translations: [translation],
    content_types: ['email'],
  };
}

/** Companies of a contact, as company lists show them. */
export function companiesOfContact(workspace: Workspace, contact: number): Body[] {
  const { contacts, companies } = workspace.collections;
  return nestedItems(fullBody(workspace, 'contacts', contacts.live, contact), 'companies', 'data').flatMap(({ id }) => {
    const ordinal = find(workspace, 'companies', String(id));
    return ordinal === undefined ? [] : [listedBody(workspace, 'companies', companies.live, ordinal)];
  });
}
