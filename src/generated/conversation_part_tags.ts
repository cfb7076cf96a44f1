/** Generated from schemas/conversation_part_tags.json by scripts/generate.ts: do not edit. */

/**
 * The tags of the parts of conversations.
 */
export interface ConversationPartTag {
  /**
   * The id of the part.
   */
  conversation_part_id: string;
  /**
   * The id of the tag.
   */
  tag_id: string;
  /**
   * The tag's name.
   */
  name?: string | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
