/** Generated from schemas/conversation_tags.json by scripts/generate.ts: do not edit. */

/**
 * The tags of each conversation.
 */
export interface ConversationTag {
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * The id of the tag.
   */
  tag_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
  /**
   * The tag's name.
   */
  name?: string | null;
  /**
   * When the tag was put on, in epoch seconds.
   */
  applied_at?: number | null;
  /**
   * The teammate who applied the tag.
   */
  applied_by?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
  } | null;
}
