/** Generated from schemas/conversation_contacts.json by scripts/generate.ts: do not edit. */

/**
 * Which contact takes part in which conversation.
 */
export interface ConversationContact {
  /**
   * The conversation.
   */
  conversation_id: string;
  /**
   * The contact.
   */
  contact_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows of an older time no longer hold.
   */
  conversation_updated_at: number | null;
  /**
   * The contact, as Intercom names it inside the conversation.
   */
  contact?: {
    /**
     * The contact's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The id that the workspace itself gave to the contact.
     */
    external_id?: string | null;
    [k: string]: unknown;
  } | null;
  [k: string]: unknown;
}
