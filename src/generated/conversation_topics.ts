/** Generated from schemas/conversation_topics.json by scripts/generate.ts: do not edit. */

/**
 * The topics that Intercom found in each conversation.
 */
export interface ConversationTopic {
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * The id of the topic.
   */
  topic_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
  /**
   * The topic's name.
   */
  name?: string | null;
}
