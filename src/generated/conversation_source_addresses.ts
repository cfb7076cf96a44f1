/** Generated from schemas/conversation_source_addresses.json by scripts/generate.ts: do not edit. */

/**
 * The addresses of the e-mail with which a conversation began.
 */
export interface ConversationSourceAddress {
  /**
   * The list in which the address stands: recipient, reply_to or header.
   */
  kind: string;
  /**
   * The place of the address in its list, from 0.
   */
  position: number;
  /**
   * How the address is used, such as from, to, cc or bcc; null for a reply_to.
   */
  type?: string | null;
  /**
   * The address.
   */
  email?: string | null;
  /**
   * The name beside the address; null for a recipient.
   */
  name?: string | null;
  /**
   * Why the e-mail was not sent to a recipient, if it was not.
   */
  drop_reason?: string | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
