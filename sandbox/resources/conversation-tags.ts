/** Tags of conversations: only a conversation's own body shows them. */
import { childList } from '../define/child-list.ts';
import { tagSigns } from '../workspace/quiet-fields.ts';
import { listedItems } from '../workspace/relations.ts';

export const conversationTags = childList({
  of: 'conversations',
  items: (workspace, conversation) => listedItems(workspace, conversation, 'tags'),
  truth: {
    stream: 'conversation_tags',
    parent: 'conversation',
    child: 'tag',
    childOf: ({ id, name, applied_at = null, applied_by = null }, workspace, conversation) => ({
      id,
      said: { name, applied_at, applied_by },
      ...tagSigns(workspace, 'conversations', conversation, applied_at),
    }),
  },
});
