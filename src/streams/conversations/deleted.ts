/** Conversations that were deleted, as long as Intercom tells of them. */
import type { DeletedConversation } from '../../generated/deleted_conversations.ts';
import { newestFirst } from '../../scans/newest-first.ts';
import { readConversations } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const deletedConversationScan = newestFirst<DeletedConversation>('/conversations/deleted', {
  name: 'deleted_conversations',
  at: 'conversations',
  cursorField: 'deleted_at',
  perPage: 60,
});

export const deletedConversations = stream({
  name: 'deleted_conversations',
  sources: [records(deletedConversationScan)],
  permission: readConversations,
  docs: 'conversations/listdeletedconversations',
});
