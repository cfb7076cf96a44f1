/**
 * The data events of contacts. Intercom gives events per contact only: it lists the last 90 days, and its summaries count
 * older events too.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events/lisdataevents
 */
import { createHash } from 'node:crypto';
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { listAll } from '../../intercom/pages.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { readEvents } from '../permissions.ts';
import { stream } from '../stream.ts';
import { contactScan } from './scan.ts';

export const contactEvents = stream({
  name: 'contact_events',
  fivetran: ['contact_data_event'],
  sources: [
    childOf(contactScan, {
      rows: async (contact, run) => withKeys(contact, await eventsOf(contact, run)),
      primaryKey: ['event_key'],
      asks: ['GET /events'],
      cost: 'one for each changed contact, more where it did much',
    }),
  ],
  permission: readEvents,
  docs: 'data-events/lisdataevents',
});

export const contactEventSummaries = stream({
  name: 'contact_event_summaries',
  sources: [
    childOf(contactScan, {
      rows: summariesOf,
      primaryKey: ['contact_id', 'event_name'],
      asks: ['GET /events'],
      cost: 'one for each changed contact',
    }),
  ],
  permission: readEvents,
  docs: 'data-events/lisdataevents',
});

async function summariesOf(contact: Contact, run: IntercomRun): Promise<readonly Row[]> {
  const events = await eventsOf(contact, run, { summary: true });
  return objectsIn<JsonObject>(events, run, { name: 'events', key: 'name' }).map(({ name, ...summary }) => ({
    event_name: name,
    ...summary,
  }));
}

/** Leads are asked for as users, too: `type` knows nothing else. */
async function eventsOf(contact: Contact, run: IntercomRun, query = {}): Promise<readonly JsonObject[]> {
  if (!isWanted(contact, run)) return [];
  const who = { type: 'user', intercom_user_id: contact.id };
  const call = { method: 'GET', path: '/events', query: { ...who, ...query } } as const;
  return listAll<JsonObject>(run.context.client, run, { call, keys: ['events'], identified: false });
}

function isWanted({ role }: Contact, { context }: IntercomRun): boolean {
  const { eventRole } = context.settings.filters;
  return eventRole === undefined || role === eventRole;
}

/**
 * An event has no id of its own (`id` is the customer's id of the person), and two events may be equal to the second: the
 * key counts equal events.
 */
function withKeys(contact: Contact, events: readonly JsonObject[]): JsonObject[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const what = JSON.stringify([contact.id, event.event_name, event.created_at, sorted(event.metadata)]);
    const ordinal = seen.get(what) ?? 0;
    seen.set(what, ordinal + 1);
    return { event_key: createHash('sha1').update(`${what}${ordinal}`).digest('hex'), ...event };
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
