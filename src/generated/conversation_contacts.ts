/** Generated from schemas/conversation_contacts.json by scripts/generate.ts: do not edit. */

/**
 * The contacts in each conversation.
 */
export interface ConversationContact {
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
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
     * The type of the object.
     */
    type?: string | null;
    /**
     * The id that the workspace itself gave to the contact.
     */
    external_id?: string | null;
  } | null;
}
