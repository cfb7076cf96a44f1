/**
 * What contacts did, as data events. Intercom gives events per contact only: it lists those of the last 90 days, and its
 * summaries count older events too.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events/lisdataevents
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { listAll } from '../../intercom/pages.ts';
import { objectsIn } from '../objects-in.ts';
import { readEvents } from '../permissions.ts';
import { type IntercomStream, ofExisting } from '../stream.ts';
import { contactWalk as walk } from './scan.ts';

const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events/lisdataevents';

export const contactEvents: IntercomStream<Contact> = {
  name: 'contact_events',
  walk,
  rows: ofExisting(async (contact, run) => {
    if (!wanted(contact, run)) return [];
    const call = { method: 'GET', path: '/events', query: identify(contact) } as const;
    const events = await listAll<JsonObject>(run.context.client, run, { call, keys: ['events'], identified: false });
    return withKeys(contact, events);
  }),
  primaryKey: ['event_key'],
  cursorField: 'contact_updated_at',
  endpoints: ['POST /contacts/search', 'GET /events'],
  permission: readEvents,
  cost: 'one for each changed contact, more where it did much',
  docs,
};

export const contactEventSummaries: IntercomStream<Contact> = {
  name: 'contact_event_summaries',
  walk,
  rows: ofExisting(async (contact, run) => {
    if (!wanted(contact, run)) return [];
    const query = { ...identify(contact), summary: true };
    const call = { method: 'GET', path: '/events', query } as const;
    const events = await listAll<JsonObject>(run.context.client, run, { call, keys: ['events'], identified: false });
    return objectsIn<JsonObject>(events, run, { name: 'events', key: 'name' }).map(({ name, ...summary }) => ({
      contact_id: contact.id,
      event_name: name,
      contact_updated_at: contact.updated_at,
      ...summary,
    }));
  }),
  primaryKey: ['contact_id', 'event_name'],
  cursorField: 'contact_updated_at',
  endpoints: ['POST /contacts/search', 'GET /events'],
  permission: readEvents,
  cost: 'one for each changed contact',
  docs,
};

function wanted({ role }: Contact, { context }: IntercomRun): boolean {
  const { eventRole } = context.settings.filters;
  return eventRole === undefined || role === eventRole;
}

/** Leads are asked for as users, too: `type` knows nothing else. */
function identify({ id }: Contact): { readonly type: string; readonly intercom_user_id: string } {
  return { type: 'user', intercom_user_id: id };
}

/**
 * An event has no id of its own (`id` is the customer's id of the person), and two may be alike to the second: the
 * key counts those that are equal.
 */
function withKeys(contact: Contact, events: readonly JsonObject[]): JsonObject[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const what = JSON.stringify([contact.id, event.event_name, event.created_at, sorted(event.metadata)]);
    const ordinal = seen.get(what) ?? 0;
    seen.set(what, ordinal + 1);
    return {
      event_key: createHash('sha1').update(`${what}${ordinal}`).digest('hex'),
      contact_id: contact.id,
      contact_updated_at: contact.updated_at,
      ...event,
    };
  });
}

/** The same value with the keys of its objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
