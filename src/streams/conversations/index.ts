/** Conversations, what is said in them, who takes part, and how they are tagged: one search for all. */
import { type JsonObject, keyText, type Row, type Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../../config/context.ts';
import type { Conversation } from '../../generated/conversations.ts';
import type { DeletedConversation } from '../../generated/deleted_conversations.ts';
import { searchWalk } from '../../scans/search/search.ts';
import { isTombstone, type Tombstone, tombstoneOf } from '../../scans/tombstone.ts';
import { wholeWalk } from '../../scans/whole.ts';
import type { Listed } from '../contacts/lists.ts';
import { objectsIn } from '../objects-in.ts';
import { noteWhatIsBeyond, partsIn, wholeParts } from '../parts.ts';
import { readConversations } from '../permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from '../stream.ts';
import { deletedConversationWalk, deletedIds } from './deleted.ts';
import { conversationCriteria, conversationFingerprint, type FoundConversation } from './filters.ts';
import { displayOf, retrieveConversation } from './retrieve.ts';

const walk: Walk<FoundConversation | Tombstone, Intercom> = {
  ...searchWalk<FoundConversation>({
    name: 'conversations',
    path: '/conversations/search',
    recordsAt: 'conversations',
    timesAre: 'seconds',
    criteria: conversationCriteria,
    fingerprint: conversationFingerprint,
    parameters: displayOf,
  }),
  after: [deletedConversationWalk],
};
const permission = readConversations;
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations';

export const conversations: IntercomStream<Conversation> = {
  name: 'conversations',
  report: 'Conversations',
  walk,
  rows: notDeleted,
  beside: ({ settings }) =>
    settings.emitDeletions ? { walk: deletedConversationWalk, rows: goneConversation } : undefined,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  endpoints: ['POST /conversations/search', 'GET /conversations/deleted'],
  permission,
  cost: 'one for 150 conversations; with emit_deletions those of deleted_conversations besides',
  docs: `${docs}/searchconversations`,
};

/** The index may still hold what was deleted: a row of it would bring it back to life where deletions are marked. */
function notDeleted(record: Conversation | Tombstone, run: IntercomRun): readonly Row[] {
  const isLate = run.context.settings.emitDeletions && !isTombstone(record) && deletedIds(run).has(record.id);
  if (!isLate) return asItIs(record, run);
  run.note('deleted and still found', 1);
  return [];
}

function goneConversation(record: unknown): readonly Row[] {
  const { id, deleted_at } = record as DeletedConversation;
  return [tombstoneOf({ id, updated_at: deleted_at })];
}

export const conversationContacts: IntercomStream<Conversation> = {
  name: 'conversation_contacts',
  walk,
  rows: ofExisting(({ id, updated_at, contacts }, run) =>
    objectsIn<Listed>(contacts?.contacts, run, { name: 'contacts' }).map((contact) => ({
      conversation_id: id,
      contact_id: keyText(contact.id),
      conversation_updated_at: updated_at,
      contact,
    })),
  ),
  primaryKey: ['conversation_id', 'contact_id'],
  cursorField: 'conversation_updated_at',
  endpoints: ['POST /conversations/search'],
  permission,
  cost: 'none beside those of conversations',
  docs: `${docs}/searchconversations`,
};

export const conversationTags: IntercomStream<Conversation> = {
  name: 'conversation_tags',
  walk,
  rows: ofExisting(({ id, updated_at, tags }, run) =>
    objectsIn<Tagged>(tags?.tags, run, { name: 'tags' }).map((tag) => ({
      conversation_id: id,
      tag_id: keyText(tag.id),
      conversation_updated_at: updated_at,
      name: tag.name ?? null,
      applied_at: tag.applied_at ?? null,
      applied_by: tag.applied_by ?? null,
    })),
  ),
  primaryKey: ['conversation_id', 'tag_id'],
  cursorField: 'conversation_updated_at',
  endpoints: ['POST /conversations/search'],
  permission,
  cost: 'none beside those of conversations',
  docs: `${docs}/searchconversations`,
};

interface Tagged extends Listed {
  readonly applied_by?: unknown;
}

/** One retrieve for each changed conversation, which shows at most its 500 latest parts. */
export const conversationParts: IntercomStream<Conversation> = {
  name: 'conversation_parts',
  walk,
  rows: ofExisting(partsOf),
  primaryKey: ['id'],
  cursorField: 'conversation_updated_at',
  endpoints: ['POST /conversations/search', 'GET /conversations/{id}'],
  permission,
  cost: 'one for each changed conversation',
  docs: `${docs}/retrieveconversation`,
};

async function* partsOf(conversation: FoundConversation, run: IntercomRun): AsyncGenerator<Row> {
  const { id, created_at, updated_at } = conversation;
  const look = async () => {
    const body = await retrieveConversation(id, run);
    return { ...partsIn(body, 'conversation_parts', run), messages: messagesOf(body) };
  };
  const { found, error } = await wholeParts(await look(), { name: `conversation ${id}`, look });
  noteWhatIsBeyond(found, found.messages, run);
  for (const part of found.parts) {
    yield {
      ...part,
      id: keyText(part.id),
      conversation_id: id,
      conversation_created_at: created_at,
      conversation_updated_at: updated_at,
      conversation_total_parts: found.total,
    };
  }
  if (error) throw error;
}

/** How many parts there are by the statistics of a conversation, which count its first message too; null where they say nothing. */
function messagesOf({ statistics }: JsonObject): number | null {
  const { count_conversation_parts: count } = (statistics ?? {}) as { count_conversation_parts?: unknown };
  return typeof count === 'number' ? count - 1 : null;
}

export const conversationsById: IntercomStream<string> = {
  name: 'conversations_by_id',
  report: 'Conversations by Conversation Id',
  columnsOf: 'conversations',
  offered: ({ conversationIds }) => conversationIds.length > 0,
  walk: wholeWalk({
    name: 'conversations_by_id',
    async *batches({ context }) {
      yield context.settings.conversationIds;
    },
  }),
  rows: ofExisting(async (id, run) => [await retrieveConversation(id, run)]),
  primaryKey: ['id'],
  endpoints: ['GET /conversations/{id}'],
  permission,
  cost: 'one for each conversation that is named',
  docs: `${docs}/retrieveconversation`,
};
