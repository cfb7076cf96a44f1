/** Data events of a contact as the API shows them, one by one and summed up. */
import { contactEmail, contactExternalId } from '../data/contact.ts';
import { type DataEvent, eventDescription, eventMetadata, events } from '../data/event.ts';
import { idOf } from '../data/ids.ts';
import type { Body } from './bodies.ts';
import type { Workspace } from './workspace.ts';

const listedMilliseconds = 90 * 86_400_000;

/** The events of the last 90 days, the latest first: older ones are not listed. */
export function listedEvents(workspace: Workspace, contact: number): readonly DataEvent[] {
  const after = workspace.clock.now() - listedMilliseconds;
  return allEvents(workspace, contact)
    .filter(({ at }) => at >= after)
    .toReversed();
}

/** An event has no id of its own: `id` is the customer's id of the person. */
export function eventBody(contact: number, event: DataEvent): Body {
  const metadata = eventMetadata(event);
  return {
    type: 'event',
    event_name: event.name,
    created_at: Math.floor(event.at / 1000),
    user_id: contactExternalId(contact),
    id: contactExternalId(contact),
    intercom_user_id: idOf('contact', contact),
    email: contactEmail(contact),
    ...(metadata && { metadata }),
  };
}

/** For each event name, in alphabetical order: how often, when first and when last. Events older than 90 days count. */
export function eventSummaries(workspace: Workspace, contact: number): readonly Body[] {
  const times = new Map<string, number[]>();
  for (const { name, at } of allEvents(workspace, contact)) times.set(name, [...(times.get(name) ?? []), at]);
  return [...times].sort().map(([name, at]) => ({
    name,
    first: isoTime(at[0] ?? 0),
    last: isoTime(at.at(-1) ?? 0),
    count: at.length,
    description: eventDescription(name),
  }));
}

function allEvents({ world, stores }: Workspace, contact: number): readonly DataEvent[] {
  return events(world, { ordinal: contact, ...stores.contacts.live.row(contact) });
}

/** Whole seconds, with an offset where JavaScript writes Z. */
function isoTime(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('Z', '+00:00');
}
