/** Conversations, and the contacts and tags in them: one search for all. */
import type { IntercomRun } from '../../config/context.ts';
import type { Conversation } from '../../generated/conversations.ts';
import type { Resource } from '../../scans/resource.ts';
import { isTombstone, type Tombstone, tombstoneOf } from '../../scans/tombstone.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readConversations } from '../permissions.ts';
import { relation } from '../relation.ts';
import { recordRow, sourceOf, stream } from '../stream.ts';
import { deletedConversationScan } from './deleted.ts';
import { retrieveConversation } from './retrieve.ts';
import { withoutReviews } from './reviews.ts';
import { conversationScan } from './scan.ts';

export const conversations = stream({
  name: 'conversations',
  report: 'Conversations',
  fivetran: ['conversation_history'],
  sources: [
    sourceOf(conversationScan, (record, run, { found }) => rowsOf(record, run, found)),
    sourceOf(deletedConversationScan, ({ id, deleted_at }) => [tombstoneOf({ id, updated_at: deleted_at })], {
      when: ({ settings }, mode) => settings.emitDeletions && mode === 'incremental',
    }),
  ],
  cost: `${conversationScan.cost}; with emit_deletions those of deleted_conversations besides`,
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

/**
 * A conversation that was deleted and is still found makes no row: the row would undo the deletion in the destination. Reviews
 * come only where a stream of theirs is read, which changes no row of conversations.
 */
function rowsOf(record: Conversation | Tombstone, run: IntercomRun, deleted: ReadonlySet<string> | undefined) {
  if (isTombstone(record)) return recordRow(record, run);
  if (run.context.settings.emitDeletions && deleted?.has(record.id)) {
    run.on({ type: 'note', reason: 'deleted and still found', count: 1 });
    return [];
  }
  return [withoutReviews(record, 'conversations')];
}

export const conversationContacts = stream({
  name: 'conversation_contacts',
  fivetran: ['conversation_contact_history'],
  sources: [
    relation(conversationScan, {
      child: 'contact',
      list: 'contacts',
      children: ({ contacts }) => contacts?.contacts,
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

export const conversationTags = stream({
  name: 'conversation_tags',
  fivetran: ['conversation_tag_history'],
  sources: [
    relation(conversationScan, {
      child: 'tag',
      list: 'tags',
      children: ({ tags }) => tags?.tags,
      columns: ({ name = null, applied_at = null, applied_by = null }) => ({ name, applied_at, applied_by }),
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

const namedConversations: Resource<string> = {
  ...wholeScan('conversations_by_id', async function* ({ context }) {
    yield context.settings.conversationIds;
  }),
  endpoint: 'GET /conversations/{id}',
  cost: 'one for each conversation that is named',
};

export const conversationsById = stream({
  name: 'conversations_by_id',
  report: 'Conversations by Conversation Id',
  columnsOf: 'conversations',
  offered: ({ conversationIds }) => conversationIds.length > 0,
  sources: [sourceOf(namedConversations, async (id, run) => [await retrieveConversation(id, run)])],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
});
