/** The contacts who take part in a conversation: only the conversation's own body shows them. */
import { childList } from '../define/child-list.ts';
import { listedItems } from '../workspace/relations.ts';

export const conversationContacts = childList({
  of: 'conversations',
  items: (workspace, conversation) => listedItems(workspace, conversation, 'contacts'),
  truth: { stream: 'conversation_contacts', parent: 'conversation', child: 'contact' },
});
