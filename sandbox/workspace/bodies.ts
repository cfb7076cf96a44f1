/** Bodies of records: complete, as lists show them, and as a single retrieve does. */
import { activityLog } from '../data/activity-log.ts';
import { admin } from '../data/admin.ts';
import { company } from '../data/company.ts';
import { contact } from '../data/contact.ts';
import { conversation, conversationHead } from '../data/conversation.ts';
import { segment } from '../data/segment.ts';
import { tag } from '../data/tag.ts';
import { team } from '../data/team.ts';
import { ticket } from '../data/ticket.ts';
import type { Version, World } from '../data/world.ts';
import { withHostileText } from './hostile-text.ts';
import { idOf, type Kind } from './kinds.ts';
import { inShape } from './live-shapes.ts';
import type { Table, Tagging } from './table.ts';
import { existing, find, type Workspace } from './workspace.ts';

export type Body = Readonly<Record<string, unknown>>;

const nestedLimit = 10;
const partsLimit = 500;

const generators: Readonly<Record<Kind, (world: World, version: Version) => object>> = {
  admins: admin,
  teams: team,
  tags: tag,
  segments: segment,
  companies: company,
  contacts: contact,
  conversations: conversationHead,
  tickets: ticket,
  activity_logs: activityLog,
};

/**
 * The record with all its lists complete: tags put on later included, companies deleted since left out. Companies and
 * segments say how many contacts they have; conversations come without their parts.
 */
export function fullBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  const row = table.row(ordinal);
  const body = generated(workspace, kind, table, ordinal);
  if (kind === 'companies') return { ...body, user_count: workspace.members.companies(ordinal).length };
  if (kind === 'segments') return { ...body, count: workspace.members.segments(ordinal).length };
  if (kind === 'contacts') {
    const companies = nestedItems(body, 'companies', 'data').filter(
      ({ id }) => find(workspace, 'companies', String(id)) !== undefined,
    );
    return withItems(withTags(workspace, kind, body, row.tags), 'companies', 'data', companies);
  }
  return kind === 'conversations' ? withTags(workspace, kind, body, row.tags) : body;
}

function generated({ world }: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  return generators[kind](world, { ordinal, ...table.row(ordinal) }) as Body;
}

/** The record as lists and searches show it without extras. */
export function listedBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  // Who is in a segment is asked only where its size is shown.
  if (kind === 'segments') return generated(workspace, kind, table, ordinal);
  const body = inShape(workspace.options, kind, documentedBody(workspace, kind, table, ordinal));
  return withHostileText(workspace.options, kind, body);
}

function documentedBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  const body = fullBody(workspace, kind, table, ordinal);
  switch (kind) {
    case 'contacts':
      return cappedContact(body);
    case 'companies':
      return workspace.options.companyLists === 'full' ? body : emptied(workspace, body);
    case 'tickets':
      return cappedParts(workspace, body, 'ticket_parts');
    case 'admins':
      return without(body, 'avatar');
    default:
      return body;
  }
}

/** The conversation with its 500 most recent parts. */
export function retrievedConversation(workspace: Workspace, ordinal: number): Body {
  const row = workspace.collections.conversations.live.row(ordinal);
  const body: Body = conversation(workspace.world, { ordinal, ...row });
  const shown = cappedParts(workspace, withTags(workspace, 'conversations', body, row.tags), 'conversation_parts');
  return withHostileText(workspace.options, 'conversations', inShape(workspace.options, 'conversations', shown));
}

/** Every record of a kind, oldest first, as lists show it or complete. */
export function allBodies(workspace: Workspace, kind: Kind, form: typeof listedBody = listedBody): Body[] {
  const { live } = workspace.collections[kind];
  return Array.from(existing(workspace, kind), (ordinal) => form(workspace, kind, live, ordinal));
}

/** The items of a nested list such as `tags.data`; none when the list is null or absent. */
export function nestedItems(body: Body, list: string, items: string): readonly Body[] {
  return ((body[list] as Body | null | undefined)?.[items] as readonly Body[] | undefined) ?? [];
}

function without(body: Body, field: string): Body {
  const { [field]: _, ...rest } = body;
  return rest;
}

function withItems(body: Body, list: string, key: string, items: readonly Body[]): Body {
  return { ...body, [list]: { ...(body[list] as Body | null), [key]: items } };
}

function withTags(
  workspace: Workspace,
  kind: 'contacts' | 'conversations',
  body: Body,
  tags: readonly Tagging[],
): Body {
  if (tags.length === 0) return body;
  const key = kind === 'contacts' ? 'data' : 'tags';
  const present = nestedItems(body, 'tags', key);
  const added = tags
    .map((tagging) => (kind === 'contacts' ? tagAddress(tagging.tag) : appliedTag(workspace, tagging)))
    .filter(({ id }) => !present.some((other) => other.id === id));
  return withItems(body, 'tags', key, [...present, ...added]);
}

function tagAddress(ordinal: number): Body {
  const id = idOf('tags', ordinal);
  return { id, type: 'tag', url: `/tags/${id}` };
}

/** A tag with the time and the admin of its application. */
export function appliedTag(workspace: Workspace, { tag: ordinal, at }: Tagging): Body {
  const by = { type: 'admin', id: idOf('admins', 0) };
  return { ...fullBody(workspace, 'tags', workspace.collections.tags.live, ordinal), applied_at: at, applied_by: by };
}

/** Ten items of each nested list, and where to find all of them. */
function cappedContact(body: Body): Body {
  const lists = ['tags', 'notes', 'companies', 'opted_out_subscription_types', 'opted_in_subscription_types'];
  const capped = lists
    .filter((list) => body[list] !== null && body[list] !== undefined)
    .map((list) => {
      const data = nestedItems(body, list, 'data');
      const child = list.startsWith('opted') ? 'subscriptions' : list;
      const url = `/contacts/${String(body.id)}/${child}`;
      const total = data.length;
      return [
        list,
        { type: 'list', data: data.slice(0, nestedLimit), url, total_count: total, has_more: total > nestedLimit },
      ];
    });
  return { ...body, ...Object.fromEntries(capped) };
}

function emptied({ options }: Workspace, body: Body): Body {
  return {
    ...body,
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    // In the live shape the notes are counted all the same.
    ...(options.shapes === 'documented' ? { notes: { type: 'note.list', notes: [] } } : {}),
  };
}

function cappedParts(workspace: Workspace, body: Body, list: string): Body {
  const parts = nestedItems(body, list, list);
  const shown = parts.slice(-partsLimit);
  const total = workspace.options.partsTotal === 'true' ? parts.length : shown.length;
  return { ...body, [list]: { ...(body[list] as Body), [list]: shown, total_count: total } };
}
