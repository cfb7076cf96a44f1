/** Rows of notes, parts and events. */
import { type Body, listedBody, nestedItems } from './bodies.ts';
import { eventBody, eventSummaries, listedEvents } from './contact-events.ts';
import { notesAbout } from './notes.ts';
import { retrievedConversation } from './retrieved-conversation.ts';
import { row, type TruthRow } from './truth-row.ts';
import { existing, idOf, type Workspace } from './workspace.ts';

/** A note names its contact or company by `contact_id` or `company_id`. */
export function* noteRows(workspace: Workspace): Iterable<TruthRow> {
  for (const [parent, kind] of [
    ['contact', 'contacts'],
    ['company', 'companies'],
  ] as const) {
    const { live } = workspace.stores[kind];
    for (const ordinal of existing(workspace, kind)) {
      const parent_updated_at = live.updatedAt(ordinal);
      const ids = { contact_id: null, company_id: null, [`${parent}_id`]: idOf(workspace, kind, ordinal) };
      for (const note of notesAbout(workspace, parent, ordinal)) {
        const id = String(note.id);
        const unannounced = !workspace.options.notesTouch && Number(note.created_at) > parent_updated_at;
        yield row(kind, { id }, parent_updated_at, { ...note, id, ...ids, parent_updated_at }, { unannounced });
      }
    }
  }
}

/** The events that can be listed; `ordinal` numbers equal events from 0, in the order of the list. */
export function* eventRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.stores.contacts;
  for (const contact of existing(workspace, 'contacts')) {
    const contact_updated_at = live.updatedAt(contact);
    const seen = new Map<string, number>();
    for (const event of listedEvents(workspace, contact)) {
      const body = eventBody(contact, event);
      const { event_name, created_at, intercom_user_id: contact_id } = body;
      const ordinal = seen.get(`${event_name} ${created_at}`) ?? 0;
      seen.set(`${event_name} ${created_at}`, ordinal + 1);
      const key = { contact_id, event_name, created_at, ordinal };
      const unannounced = !workspace.options.eventsTouch && Number(created_at) > contact_updated_at;
      // An event has no id: readers make a key of their own.
      const signs = { unannounced, own: ['event_key'] };
      yield row('contacts', key, contact_updated_at, { ...body, contact_id, contact_updated_at }, signs);
    }
  }
}

export function* eventSummaryRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.stores.contacts;
  for (const contact of existing(workspace, 'contacts')) {
    const contact_updated_at = live.updatedAt(contact);
    for (const { name, ...summary } of eventSummaries(workspace, contact)) {
      const key = { contact_id: idOf(workspace, 'contacts', contact), event_name: name };
      const last = Date.parse(String(summary.last)) / 1000;
      const unannounced = !workspace.options.eventsTouch && last > contact_updated_at;
      yield row('contacts', key, contact_updated_at, { ...key, contact_updated_at, ...summary }, { unannounced });
    }
  }
}

/** The parts that the API shows: the 500 most recent. */
export function parts(kind: 'conversations' | 'tickets'): (workspace: Workspace) => Iterable<TruthRow> {
  const [name, list] = kind === 'conversations' ? ['conversation', 'conversation_parts'] : ['ticket', 'ticket_parts'];
  return function* (workspace) {
    const { live } = workspace.stores[kind];
    for (const ordinal of existing(workspace, kind)) {
      const parent: Body =
        kind === 'conversations'
          ? retrievedConversation(workspace, ordinal)
          : listedBody(workspace, kind, live, ordinal);
      const { id, created_at, updated_at } = parent;
      const { total_count } = parent[list] as Body;
      const hung = {
        [`${name}_id`]: id,
        [`${name}_created_at`]: created_at,
        [`${name}_updated_at`]: updated_at,
        ...(kind === 'conversations' ? { conversation_total_parts: total_count } : {}),
      };
      for (const part of nestedItems(parent, list, list)) {
        const key = { id: String(part.id) };
        yield row(kind, key, updated_at, { ...part, ...key, ...hung });
      }
    }
  };
}
