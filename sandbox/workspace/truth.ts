/** Says row by row what exists now, so that a sync can be held against it. */
import { type Body, fullBody, listedBody, nestedItems, retrievedConversation } from './bodies.ts';
import { canonicalHash } from './canonical.ts';
import { companiesOfContact } from './contact-facts.ts';
import type { Kind } from './kinds.ts';
import { segmentsOfCompany, tagsOfCompany, tagsOfContact } from './relations.ts';
import { existing, type Workspace } from './workspace.ts';
import { conversationAttributes, dataAttributes } from './world-facts.ts';

export interface TruthRow {
  readonly key: Readonly<Record<string, unknown>>;
  /** Epoch seconds of the row, or of its parent for a relation; null where there is none. */
  readonly updated_at: unknown;
  readonly hash: string;
  readonly body: Body;
}

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
  company_segments: relations('companies', 'company_id', 'segment_id', segmentsOfCompany),
  company_tags: relations('companies', 'company_id', 'tag_id', tagsOfCompany),
  contact_companies: relations('contacts', 'contact_id', 'company_id', companiesOfContact),
  contact_tags: relations('contacts', 'contact_id', 'tag_id', tagsOfContact),
  conversation_contacts: relations('conversations', 'conversation_id', 'contact_id', nested('contacts', 'contacts')),
  conversation_tags: relations('conversations', 'conversation_id', 'tag_id', nested('tags', 'tags')),
  conversation_parts: parts('conversations', 'conversation_id', 'conversation_parts'),
  ticket_parts: parts('tickets', 'ticket_id', 'ticket_parts'),
};

export const truthStreams: readonly string[] = Object.keys(streams);

/** Rows of a stream, made one at a time; `undefined` for a stream that is not known. */
export function truth(workspace: Workspace, stream: string): Iterable<TruthRow> | undefined {
  return streams[stream]?.(workspace);
}

function row(key: TruthRow['key'], updatedAt: unknown, body: Body): TruthRow {
  return { key, updated_at: updatedAt ?? null, hash: canonicalHash(body), body };
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
