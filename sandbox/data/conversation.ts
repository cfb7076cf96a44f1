/** Conversations, with all their parts. */
import { companyReference } from './company.ts';
import { attributeValues } from './conversation-attributes.ts';
import { aiAgent, rating, sla } from './conversation-outcome.ts';
import { conversationParts } from './conversation-parts.ts';
import { arrivedByMail, source } from './conversation-source.ts';
import { statistics } from './conversation-statistics.ts';
import { type Story, stateOf, story } from './conversation-story.ts';
import { idOf } from './ids.ts';
import { linkedObjects } from './links.ts';
import { topics } from './names.ts';
import { assigneeId, contactList } from './people.ts';
import { subjects } from './phrases.ts';
import { tagBasics } from './tag.ts';
import type { Version, World } from './world.ts';

/** A conversation as lists show it. Its parts are not computed. */
export function conversationHead(world: World, version: Version) {
  return head(world, story(world, version));
}

export function conversation(world: World, version: Version) {
  const told = story(world, version);
  const list = conversationParts(world, told);
  return {
    ...head(world, told),
    conversation_parts: { type: 'conversation_part.list', conversation_parts: list, total_count: list.length },
  };
}

function head(world: World, told: Story) {
  const { choose, version, contacts } = told;
  const { ordinal, revision, createdAt, updatedAt } = version;
  const state = stateOf(told);
  const channel = choose.chance('channel', 0.95) ? (arrivedByMail(told) ? 'email' : 'messenger') : null;
  return {
    type: 'conversation',
    id: idOf('conversation', ordinal),
    title: choose.chance('titled', 0.3) ? choose.oneOf('subject', subjects) : null,
    created_at: createdAt,
    updated_at: updatedAt,
    waiting_since: waitingSince(told),
    snoozed_until:
      state === 'snoozed' ? Math.max(updatedAt, world.now) + choose.integer('snooze', 1, 30) * 86_400 : null,
    source: source(world, told),
    contacts: contactList(contacts),
    first_contact_reply: choose.chance('replied', 0.7)
      ? { created_at: createdAt, type: 'conversation', url: null }
      : null,
    admin_assignee_id: assigneeId(world, choose, 'admin', revision),
    team_assignee_id: assigneeId(world, choose, 'team', 0),
    open: state === 'open',
    state,
    read: choose.chance('read', 0.7) === (revision % 2 === 0),
    tags: { type: 'tag.list', tags: tagsOf(world, told) },
    priority: choose.oneOf('priority', ['none', 'none', 'none', 'low', 'medium', 'high', 'urgent']),
    company: company(world, told),
    sla_applied: choose.chance('sla', 0.1) ? sla(told) : null,
    statistics: choose.chance('counted', 0.9) ? statistics(world, told) : null,
    conversation_rating: choose.chance('rated', 0.1) ? rating(told) : null,
    teammates: teammates(told),
    custom_attributes: attributeValues(told),
    // No schema of 2.16 has these two; its examples show them like this.
    topics: choose.chance('has topics', 0.06) ? topicList(told) : {},
    ticket: null,
    linked_objects: linkedObjects(world, 'conversation', ordinal),
    ai_agent_participated: told.withAi,
    ai_agent: told.withAi ? aiAgent(told) : null,
    sales_agent_participated: false,
    sales_agent: null,
    channel: { initial: channel, current: channel },
    external_references: choose.chance('external', 0.03)
      ? [{ type: 'zendesk_ticket', id: String(7000 + ordinal) }]
      : [],
  };
}

/** The time since which the contact waits for an answer. */
function waitingSince(told: Story): number | null {
  const last = told.beat(told.count - 1);
  return last === 'question' || last === 'open' ? told.at(told.count - 1) : null;
}

function tagsOf(world: World, { choose, contacts, admins, version }: Story) {
  const tags = choose.several('tags', choose.integer('tag count', 0, 3), world.counts.tags);
  const [admin] = admins;
  const [contact] = contacts;
  const by =
    admin !== undefined
      ? { type: 'admin', id: idOf('admin', admin) }
      : { type: 'contact', id: contact === undefined ? null : idOf('contact', contact) };
  return tags.map((tag) => ({ type: 'tag', ...tagBasics(tag), applied_at: version.createdAt, applied_by: by }));
}

function company(world: World, { choose }: Story) {
  if (world.counts.companies === 0 || !choose.chance('company', 0.3)) return null;
  return companyReference(world, choose.integer('company ordinal', 0, world.counts.companies - 1));
}

function topicList({ choose }: Story) {
  const chosen = choose.several('topics', choose.integer('topic count', 1, 2), topics.length);
  const list = chosen.map((topic) => ({ type: 'topic', id: 30_400 + topic, name: topics[topic] }));
  return { type: 'topic.list', topics: list, total_count: list.length };
}

function teammates({ admins }: Story) {
  if (admins.length === 0) return null;
  return { type: 'admin.list', teammates: admins.map((admin) => ({ type: 'admin', id: idOf('admin', admin) })) };
}
