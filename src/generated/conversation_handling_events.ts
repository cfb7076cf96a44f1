/** Generated from schemas/conversation_handling_events.json by scripts/generate.ts: do not edit. */

/**
 * When teammates paused and resumed their work on conversations, asked for with one call for each changed conversation.
 */
export interface ConversationHandlingEvent {
  /**
   * When it happened, as Intercom writes it.
   */
  timestamp: string;
  /**
   * Whether the work was paused or resumed.
   */
  type: string;
  /**
   * The teammate; 0 if Intercom names nobody.
   */
  teammate_id: string;
  /**
   * When it happened, in epoch seconds.
   */
  occurred_at?: number | null;
  /**
   * Why the work was paused.
   */
  reason?: string | null;
  /**
   * The teammate.
   */
  teammate?: {
    /**
     * The teammate's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The teammate's name.
     */
    name?: string | null;
    /**
     * The teammate's address.
     */
    email?: string | null;
  } | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
