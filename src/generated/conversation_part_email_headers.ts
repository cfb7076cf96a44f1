/** Generated from schemas/conversation_part_email_headers.json by scripts/generate.ts: do not edit. */

/**
 * The addresses in the headers of parts of conversations that were e-mails.
 */
export interface ConversationPartEmailHeader {
  /**
   * The name of the header, such as from or to.
   */
  type?: string | null;
  /**
   * The address in it.
   */
  email_address?: string | null;
  /**
   * The name beside the address.
   */
  name?: string | null;
  /**
   * The id of the part.
   */
  conversation_part_id: string;
  /**
   * The place of the header in its list, from 0.
   */
  position: number;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
