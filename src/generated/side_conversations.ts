/** Generated from schemas/side_conversations.json by scripts/generate.ts: do not edit. */

/**
 * The threads that teammates began from within conversations, asked for with one call for each changed conversation; a message in a thread may not count as a change of the conversation.
 */
export interface SideConversation {
  /**
   * The thread's id.
   */
  id: string;
  /**
   * How many parts the thread has.
   */
  total_count?: number | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
