/** Generated from schemas/deleted_conversations.json by scripts/generate.ts: do not edit. */

/**
 * The conversations that were deleted, and when.
 */
export interface DeletedConversation {
  /**
   * The conversation's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * Whether the conversation still counts in Intercom's reports.
   */
  metrics_retained?: boolean | null;
  /**
   * When the conversation was deleted, in epoch seconds.
   */
  deleted_at: number | null;
}
