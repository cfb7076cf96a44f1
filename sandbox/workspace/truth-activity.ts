/** The truth about notes, parts and events. */
import { type Body, listedBody, nestedItems, retrievedConversation } from './bodies.ts';
import { eventBody, eventSummaries, listedEvents } from './contact-events.ts';
import { idOf } from './kinds.ts';
import { notesAbout } from './notes.ts';
import { row, type TruthRow } from './truth-row.ts';
import { existing, type Workspace } from './workspace.ts';

/** Notes name their parent by `contact_id` or `company_id`. */
export function* noteRows(workspace: Workspace): Iterable<TruthRow> {
  for (const [parent, kind] of [
    ['contact', 'contacts'],
    ['company', 'companies'],
  ] as const) {
    const { live } = workspace.collections[kind];
    for (const ordinal of existing(workspace, kind)) {
      const parent_updated_at = live.updatedAt(ordinal);
      const ids = { contact_id: null, company_id: null, [`${parent}_id`]: idOf(kind, ordinal) };
      for (const note of notesAbout(workspace, parent, ordinal)) {
        const id = String(note.id);
        const unannounced = !workspace.options.notesTouch && Number(note.created_at) > parent_updated_at;
        yield row(kind, { id }, parent_updated_at, { ...note, id, ...ids, parent_updated_at }, { unannounced });
      }
    }
  }
}

/** The events that can be listed. `ordinal` tells equal events apart, from 0 in the order of the list. */
export function* eventRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.collections.contacts;
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
      // An event has no id: the reader makes a key for it.
      const signs = { unannounced, own: ['event_key'] };
      yield row('contacts', key, contact_updated_at, { ...body, contact_id, contact_updated_at }, signs);
    }
  }
}

export function* eventSummaryRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.collections.contacts;
  for (const contact of existing(workspace, 'contacts')) {
    const contact_updated_at = live.updatedAt(contact);
    for (const { name, ...summary } of eventSummaries(workspace, contact)) {
      const key = { contact_id: idOf('contacts', contact), event_name: name };
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
    const { live } = workspace.collections[kind];
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
