/** Generated from schemas/conversation_ratings.json by scripts/generate.ts: do not edit. */

/**
 * The ratings that contacts were asked for: of a teammate, and of the AI agent.
 */
export interface ConversationRating {
  /**
   * From 1, the worst, to 5, the best; null until the contact answers.
   */
  rating?: number | null;
  /**
   * The contact's remark.
   */
  remark?: string | null;
  /**
   * When the rating was asked for, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the rating was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The contact who gave the rating; null where the AI agent was rated.
   */
  contact?: {
    /**
     * The contact's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The id that the workspace itself gave to the contact.
     */
    external_id?: string | null;
  } | null;
  /**
   * The teammate who was rated; null where the AI agent was.
   */
  teammate?: {
    /**
     * The teammate's id.
     */
    id?: string | number | null;
    /**
     * The type of the object.
     */
    type?: string | null;
  } | null;
  /**
   * Who was rated: teammate or ai_agent.
   */
  rated: string;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
