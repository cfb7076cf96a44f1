/** Generated from schemas/conversation_tags.json by scripts/generate.ts: do not edit. */

/**
 * Which conversation has which tag.
 */
export interface ConversationTag {
  /**
   * The conversation.
   */
  conversation_id: string;
  /**
   * The tag.
   */
  tag_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows of an older time no longer hold.
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
   * Who put the tag on.
   */
  applied_by?: {
    /**
     * Their id.
     */
    id?: string | null;
    /**
     * Whether it was a teammate or a contact.
     */
    type?: string | null;
    [k: string]: unknown;
  } | null;
  [k: string]: unknown;
}
