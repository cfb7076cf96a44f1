/** Conversations, with all their parts. */
import { idOf } from './ids.ts';
import { partCount, parts } from './parts.ts';
import { anyAdmin, assigneeId, contactAuthor, contactList, participants } from './people.ts';
import { questions, subjects } from './phrases.ts';
import { type Chooser, chooser } from './random.ts';
import { tagBasics } from './tag.ts';
import type { Version, World } from './world.ts';

/** A conversation as lists show it, without its parts. */
export function conversationHead(world: World, version: Version) {
  const { ordinal, createdAt, updatedAt } = version;
  const choose = chooser(world.seed, 'conversation', ordinal);
  const state = conversationState(version, choose);
  const contacts = participants(world, choose);
  const admin = anyAdmin(world, choose, 'teammate');
  const count = partCount(world, 'conversationPart', version, world.counts.conversations);
  return {
    type: 'conversation',
    id: idOf('conversation', ordinal),
    title: choose.chance('titled', 0.3) ? choose.oneOf('subject', subjects) : null,
    created_at: createdAt,
    updated_at: updatedAt,
    waiting_since: state === 'open' && choose.chance('waiting', 0.6) ? updatedAt : null,
    snoozed_until: state === 'snoozed' ? updatedAt + 86_400 : null,
    source: source(choose, version, contacts[0]),
    contacts: contactList(contacts),
    first_contact_reply: choose.chance('replied', 0.7)
      ? { created_at: createdAt, type: 'conversation', url: null }
      : null,
    admin_assignee_id: assigneeId(world, choose, 'admin', 0.7),
    team_assignee_id: assigneeId(world, choose, 'team', 0.5),
    open: state === 'open',
    state,
    read: version.revision % 2 === 0,
    tags: { type: 'tag.list', tags: tagsOf(world, choose, createdAt, admin) },
    priority: choose.oneOf('priority', ['none', 'none', 'none', 'low', 'medium', 'high', 'urgent']),
    company:
      choose.chance('company', 0.3) && world.counts.companies > 0 ? { type: 'company', id: idOf('company', 0) } : null,
    sla_applied: choose.chance('sla', 0.1)
      ? { type: 'conversation_sla_summary', sla_name: 'Fast lane', sla_status: 'hit' }
      : null,
    statistics: choose.chance('counted', 0.9) ? statistics(choose, version, count) : null,
    conversation_rating: choose.chance('rated', 0.1) ? rating(choose, version, contacts[0], admin) : null,
    teammates: teammates(admin),
    custom_attributes: {
      'Order number': String(10_000 + ordinal),
      Reason: choose.oneOf('reason', ['Question', 'Complaint']),
    },
    topics: {},
    ticket: null,
    linked_objects: linkedObjects(world, choose),
    ai_agent_participated: false,
    ai_agent: null,
    sales_agent_participated: false,
    sales_agent: null,
    channel: { initial: 'messenger', current: 'messenger' },
    external_references: [],
  };
}

export function conversation(world: World, version: Version) {
  const choose = chooser(world.seed, 'conversation', version.ordinal);
  const count = partCount(world, 'conversationPart', version, world.counts.conversations);
  const own = (index: number, at: number) => ({
    notified_at: at,
    state: index === count - 1 ? conversationState(version, choose) : 'open',
    tags: [],
    metadata: null,
    event_details: null,
    email_message_metadata: null,
  });
  const list = parts(world, 'conversationPart', version, { count, contact: participants(world, choose)[0], own });
  return {
    ...conversationHead(world, version),
    conversation_parts: { type: 'conversation_part.list', conversation_parts: list, total_count: count },
  };
}

/** Whether a conversation is open, closed or snoozed: each revision may change it. */
function conversationState({ revision }: Version, choose: Chooser): 'open' | 'closed' | 'snoozed' {
  const state = choose.oneOf('state', ['open', 'closed', 'closed', 'closed', 'snoozed']);
  if (revision === 0) return state;
  return revision % 2 === 1 ? 'closed' : 'open';
}

function source(choose: Chooser, { ordinal }: Version, contact: number | undefined) {
  return {
    type: choose.oneOf('source', ['conversation', 'email', 'push']),
    id: String(403_918_000 + ordinal),
    delivered_as: 'customer_initiated',
    subject: '',
    body: `<p>${choose.oneOf('question', questions)}</p>`,
    author: contactAuthor(contact),
    attachments: [],
    url: null,
    redacted: false,
  };
}

function tagsOf(world: World, choose: Chooser, at: number, admin: number | undefined) {
  const tags = choose.several('tags', choose.integer('tag count', 0, 3), world.counts.tags);
  const by = { type: 'admin', id: admin === undefined ? '0' : idOf('admin', admin) };
  return tags.map((tag) => ({ type: 'tag', ...tagBasics(tag), applied_at: at, applied_by: by }));
}

function teammates(admin: number | undefined) {
  return admin === undefined ? null : { type: 'admin.list', teammates: [{ type: 'admin', id: idOf('admin', admin) }] };
}

function linkedObjects(world: World, choose: Chooser) {
  const linked = choose.chance('linked', 0.05) && world.counts.tickets > 0;
  const ticket = linked ? choose.integer('linked ticket', 0, world.counts.tickets - 1) : 0;
  const data = linked ? [{ type: 'ticket', id: idOf('ticket', ticket), category: 'Customer' }] : [];
  return { type: 'list', data, total_count: data.length, has_more: false };
}

function rating(
  choose: Chooser,
  { createdAt, updatedAt }: Version,
  contact: number | undefined,
  admin: number | undefined,
) {
  return {
    rating: choose.integer('rating', 1, 5),
    remark: choose.chance('remark', 0.3) ? 'Quick and kind.' : '',
    created_at: createdAt,
    updated_at: updatedAt,
    contact: contactList(contact === undefined ? [] : [contact]).contacts[0] ?? null,
    teammate: admin === undefined ? null : { type: 'admin', id: Number(idOf('admin', admin)) },
  };
}

function statistics(choose: Chooser, { createdAt, updatedAt }: Version, parts: number) {
  const seconds = updatedAt - createdAt;
  return {
    type: 'conversation_statistics',
    time_to_assignment: choose.integer('assignment', 0, 600),
    time_to_admin_reply: choose.integer('reply', 0, 7200),
    time_to_first_close: seconds,
    time_to_last_close: seconds,
    median_time_to_reply: choose.integer('median', 0, 3600),
    first_contact_reply_at: createdAt,
    first_assignment_at: createdAt,
    first_admin_reply_at: createdAt,
    first_close_at: updatedAt,
    last_assignment_at: createdAt,
    last_assignment_admin_reply_at: createdAt,
    last_contact_reply_at: updatedAt,
    last_admin_reply_at: updatedAt,
    last_close_at: updatedAt,
    last_closed_by_id: null,
    count_reopens: choose.integer('reopens', 0, 2),
    count_assignments: 1,
    count_conversation_parts: parts,
    assigned_team_first_response_time: [],
    assigned_team_first_response_time_in_office_hours: [],
    handling_time: choose.integer('handling', 0, 3600),
    adjusted_handling_time: null,
  };
}
