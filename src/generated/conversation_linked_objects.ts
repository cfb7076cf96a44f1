/** Generated from schemas/conversation_linked_objects.json by scripts/generate.ts: do not edit. */

/**
 * The conversations and tickets that are linked to each conversation; Intercom shows 1,000 of a conversation at most.
 */
export interface ConversationLinkedObject {
  /**
   * Whether it is a ticket or a conversation.
   */
  linked_object_type: string;
  /**
   * The linked object's id.
   */
  linked_object_id: string;
  /**
   * The kind of ticket, such as Customer, Back-office or Tracker; empty for a conversation.
   */
  category?: string | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
