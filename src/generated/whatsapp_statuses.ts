/** Generated from schemas/whatsapp_statuses.json by scripts/generate.ts: do not edit. */

/**
 * How far each WhatsApp message came.
 */
export interface WhatsappStatus {
  /**
   * The id of the status.
   */
  id: string;
  /**
   * The id of the rules by which the message was sent.
   */
  ruleset_id?: string | null;
  /**
   * The id of the conversation.
   */
  conversation_id?: string | null;
  /**
   * The id of the contact.
   */
  user_id?: string | null;
  /**
   * How far the message came: sent, delivered, read or failed.
   */
  status?: string | null;
  /**
   * The type of the sending.
   */
  type?: string | null;
  /**
   * The name of the template in WhatsApp.
   */
  template_name?: string | null;
  /**
   * WhatsApp's id of the message.
   */
  whatsapp_message_id?: string | null;
  /**
   * Why the message failed.
   */
  error?: {
    /**
     * The error in short.
     */
    message?: string | null;
    /**
     * More about the error.
     */
    details?: string | null;
  } | null;
  /**
   * When the status came about, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the status last changed, in epoch seconds.
   */
  updated_at?: number | null;
}
