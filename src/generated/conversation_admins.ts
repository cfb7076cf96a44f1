/** Generated from schemas/conversation_admins.json by scripts/generate.ts: do not edit. */

/**
 * The teammates who wrote in each conversation.
 */
export interface ConversationAdmin {
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * The id of the admin.
   */
  admin_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
  /**
   * The kind of teammate, such as admin.
   */
  type?: string | null;
}
