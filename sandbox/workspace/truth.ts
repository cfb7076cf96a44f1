/** Says row by row what exists now, so that a sync can be held against it. */
import { type Body, fullBody, listedBody, nestedItems, retrievedConversation } from './bodies.ts';
import { eventBody, eventSummaries, listedEvents } from './contact-events.ts';
import { companiesOfContact } from './contact-facts.ts';
import { deletedBody } from './deleted-conversation.ts';
import { idOf, type Kind } from './kinds.ts';
import { notesAbout } from './notes.ts';
import { segmentsOfCompany, tagsOfCompany, tagsOfContact } from './relations.ts';
import { countRows } from './truth-counts.ts';
import { row, type TruthRow } from './truth-row.ts';
import { existing, type Workspace } from './workspace.ts';
import { conversationAttributes, dataAttributes } from './world-facts.ts';

type Rows = (workspace: Workspace) => Iterable<TruthRow>;

const streams: Readonly<Record<string, Rows>> = {
  admins: objects('admins'),
  teams: objects('teams'),
  tags: objects('tags'),
  segments: objects('segments'),
  activity_logs: objects('activity_logs'),
  companies: objects('companies'),
  contacts: objects('contacts'),
  conversations: objects('conversations'),
  tickets: objects('tickets'),
  company_attributes: ({ world }) => attributes(dataAttributes(world, 'company')),
  contact_attributes: ({ world }) => attributes(dataAttributes(world, 'contact')),
  conversation_attributes: ({ world }) =>
    conversationAttributes(world).map((body) => row({ id: body.id }, body.updated_at, body)),
  company_contacts: relations('companies', 'company_id', 'contact_id', contactsOfCompany),
  company_segments: relations('companies', 'company_id', 'segment_id', segmentsOfCompany),
  company_tags: relations('companies', 'company_id', 'tag_id', tagsOfCompany),
  contact_companies: relations('contacts', 'contact_id', 'company_id', companiesOfContact),
  contact_event_summaries: eventSummaryRows,
  contact_events: eventRows,
  contact_tags: relations('contacts', 'contact_id', 'tag_id', tagsOfContact),
  conversation_contacts: relations('conversations', 'conversation_id', 'contact_id', nested('contacts', 'contacts')),
  conversation_tags: relations('conversations', 'conversation_id', 'tag_id', nested('tags', 'tags')),
  counts: countRows,
  deleted_conversations: ({ deletedConversations }) =>
    deletedConversations.map((record) => {
      const body = deletedBody(record);
      return row({ id: body.id }, body.deleted_at, body);
    }),
  notes: noteRows,
  conversation_parts: parts('conversations', 'conversation_id', 'conversation_parts'),
  ticket_parts: parts('tickets', 'ticket_id', 'ticket_parts'),
};

export const truthStreams: readonly string[] = Object.keys(streams);

/** Rows of a stream, made one at a time; `undefined` for a stream that is not known. */
export function truth(workspace: Workspace, stream: string): Iterable<TruthRow> | undefined {
  return streams[stream]?.(workspace);
}

/** Records as lists and searches show them now. */
function objects(kind: Kind): Rows {
  return function* (workspace) {
    const { live } = workspace.shelves[kind];
    for (const ordinal of existing(workspace, kind)) {
      const body = listedBody(workspace, kind, live, ordinal);
      yield row({ id: body.id }, body.updated_at, body);
    }
  };
}

/** Archived ones exist too; lists show them on request. */
function attributes(bodies: readonly Body[]): TruthRow[] {
  return bodies.map((body) => row({ model: body.model, full_name: body.full_name }, body.updated_at, body));
}

/** Complete relations, beyond the ten that a contact shows; the body is what is known of the child. */
function relations(
  kind: Kind,
  parentKey: string,
  childKey: string,
  children: (workspace: Workspace, ordinal: number) => readonly Body[],
): Rows {
  return function* (workspace) {
    const { live } = workspace.shelves[kind];
    for (const ordinal of existing(workspace, kind)) {
      const parent = fullBody(workspace, kind, live, ordinal);
      for (const child of children(workspace, ordinal)) {
        yield row({ [parentKey]: parent.id, [childKey]: child.id }, parent.updated_at, child);
      }
    }
  };
}

function nested(list: string, items: string): (workspace: Workspace, ordinal: number) => readonly Body[] {
  return (workspace, ordinal) =>
    nestedItems(listedBody(workspace, 'conversations', workspace.shelves.conversations.live, ordinal), list, items);
}

function contactsOfCompany(workspace: Workspace, company: number): readonly Body[] {
  const { live } = workspace.shelves.contacts;
  return workspace.members.companies(company).map((contact) => listedBody(workspace, 'contacts', live, contact));
}

/** Notes name what they are about by `contact_id` or `company_id`; `updated_at` is that of the contact or company. */
function* noteRows(workspace: Workspace): Iterable<TruthRow> {
  for (const [parent, kind] of [
    ['contact', 'contacts'],
    ['company', 'companies'],
  ] as const) {
    const { live } = workspace.shelves[kind];
    for (const ordinal of existing(workspace, kind)) {
      for (const note of notesAbout(workspace, parent, ordinal)) {
        yield row({ id: note.id }, live.updatedAt(ordinal), { ...note, [`${parent}_id`]: idOf(kind, ordinal) });
      }
    }
  }
}

/** The events that can be listed; `ordinal` tells equal ones apart, from 0 in the order of the list. */
function* eventRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.shelves.contacts;
  for (const contact of existing(workspace, 'contacts')) {
    const seen = new Map<string, number>();
    for (const event of listedEvents(workspace, contact)) {
      const body = eventBody(contact, event);
      const { event_name, created_at } = body;
      const ordinal = seen.get(`${event_name} ${created_at}`) ?? 0;
      seen.set(`${event_name} ${created_at}`, ordinal + 1);
      const key = { contact_id: body.intercom_user_id, event_name, created_at, ordinal };
      yield row(key, live.updatedAt(contact), body);
    }
  }
}

function* eventSummaryRows(workspace: Workspace): Iterable<TruthRow> {
  const { live } = workspace.shelves.contacts;
  for (const contact of existing(workspace, 'contacts')) {
    for (const body of eventSummaries(workspace, contact)) {
      yield row({ contact_id: idOf('contacts', contact), event_name: body.name }, live.updatedAt(contact), body);
    }
  }
}

/** The parts that the API shows: the 500 most recent. */
function parts(kind: 'conversations' | 'tickets', parentKey: string, list: string): Rows {
  return function* (workspace) {
    const { live } = workspace.shelves[kind];
    for (const ordinal of existing(workspace, kind)) {
      const parent =
        kind === 'conversations'
          ? retrievedConversation(workspace, ordinal)
          : listedBody(workspace, kind, live, ordinal);
      for (const part of nestedItems(parent, list, list)) {
        const body = { ...part, [parentKey]: parent.id };
        yield row({ id: String(part.id) }, part.updated_at, body);
      }
    }
  };
}
