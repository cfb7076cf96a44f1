/** Conversations, what is said in them, who takes part, and how they are tagged: one search for all. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { Conversation } from '../generated/conversations.ts';
import type { IntercomRun } from '../intercom/intercom.ts';
import { searchWalk } from '../walks/search.ts';
import { readConversations } from './permissions.ts';
import { asItIs, type IntercomStream } from './stream.ts';

const walk = searchWalk<Conversation>({
  name: 'conversations',
  path: '/conversations/search',
  recordsAt: 'conversations',
  timesAre: 'seconds',
});
const permission = readConversations;
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations';

export const conversations: IntercomStream<Conversation> = {
  name: 'conversations',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  permission,
  cost: 'one for 150 conversations',
  docs: `${docs}/searchconversations`,
};

export const conversationContacts: IntercomStream<Conversation> = {
  name: 'conversation_contacts',
  walk,
  rows: ({ id, updated_at, contacts }) =>
    (contacts?.contacts ?? []).map((contact) => ({
      conversation_id: id,
      contact_id: String(contact.id),
      conversation_updated_at: updated_at,
      contact,
    })),
  primaryKey: ['conversation_id', 'contact_id'],
  cursorField: 'conversation_updated_at',
  permission,
  cost: 'none beside those of conversations',
  docs: `${docs}/searchconversations`,
};

export const conversationTags: IntercomStream<Conversation> = {
  name: 'conversation_tags',
  walk,
  rows: ({ id, updated_at, tags }) =>
    (tags?.tags ?? []).map((tag) => ({
      conversation_id: id,
      tag_id: String(tag.id),
      conversation_updated_at: updated_at,
      name: tag.name ?? null,
      applied_at: tag.applied_at ?? null,
      applied_by: tag.applied_by ?? null,
    })),
  primaryKey: ['conversation_id', 'tag_id'],
  cursorField: 'conversation_updated_at',
  permission,
  cost: 'none beside those of conversations',
  docs: `${docs}/searchconversations`,
};

/** One retrieve for each changed conversation, which shows at most its 500 latest parts. */
export const conversationParts: IntercomStream<Conversation> = {
  name: 'conversation_parts',
  walk,
  rows: async (conversation, run) => {
    const { parts, total } = await partsOf(conversation, run);
    return parts.map((part) => ({
      ...part,
      id: String(part.id),
      conversation_id: conversation.id,
      conversation_created_at: conversation.created_at,
      conversation_updated_at: conversation.updated_at,
      conversation_total_parts: total,
    }));
  },
  primaryKey: ['id'],
  cursorField: 'conversation_updated_at',
  permission,
  cost: 'one for each changed conversation',
  docs: `${docs}/retrieveconversation`,
};

async function partsOf(
  { id }: Conversation,
  run: IntercomRun,
): Promise<{ parts: readonly JsonObject[]; total: unknown }> {
  const whole = await run.context.client.ask(run, { method: 'GET', path: `/conversations/${id}` });
  const list = whole.conversation_parts as { conversation_parts?: unknown; total_count?: unknown } | null | undefined;
  return {
    parts: Array.isArray(list?.conversation_parts) ? list.conversation_parts : [],
    total: list?.total_count ?? null,
  };
}
