/** Generated from schemas/subscription_type_content_types.json by scripts/generate.ts: do not edit. */

/**
 * How the messages of each subscription type are sent.
 */
export interface SubscriptionTypeContentType {
  /**
   * The id of the subscription type.
   */
  subscription_type_id: string;
  /**
   * The kind of message, such as email or sms_message.
   */
  content_type: string;
}
