/** Generated from schemas/conversation_external_references.json by scripts/generate.ts: do not edit. */

/**
 * The ids that conversations have in other systems, such as Zendesk or Salesforce.
 */
export interface ConversationExternalReference {
  /**
   * The kind of record in the other system, such as zendesk_ticket.
   */
  type: string;
  /**
   * The id in the other system.
   */
  external_id: string;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
