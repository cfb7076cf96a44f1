/** Conversations that were deleted, as long as Intercom tells of them. */
import type { DeletedConversation } from '../../generated/deleted_conversations.ts';
import { newestFirstWalk } from '../../scans/newest-first.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { readConversations } from '../permissions.ts';
import { asItIs, type IntercomStream } from '../stream.ts';

export const deletedConversationWalk = newestFirstWalk<DeletedConversation>({
  name: 'deleted_conversations',
  path: '/conversations/deleted',
  recordsAt: 'conversations',
  cursorField: 'deleted_at',
  perPage: 60,
  watch: ({ id }, run) => deletedIds(run).add(id),
});

/** Conversations that this sync heard are deleted, among them all of the overlap: a search may go on showing them for as long. */
export const deletedIds = oncePerSync(() => new Set<string>());

export const deletedConversations: IntercomStream<DeletedConversation> = {
  name: 'deleted_conversations',
  walk: deletedConversationWalk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'deleted_at',
  endpoints: ['GET /conversations/deleted'],
  permission: readConversations,
  cost: 'one for 60 deletions since the last sync',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/listdeletedconversations',
};
