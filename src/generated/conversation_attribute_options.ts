/** Generated from schemas/conversation_attribute_options.json by scripts/generate.ts: do not edit. */

/**
 * The values that the attributes of conversations offer to choose from.
 */
export interface ConversationAttributeOption {
  /**
   * The id of the attribute.
   */
  conversation_attribute_id: string;
  /**
   * The option's id.
   */
  id: string;
  /**
   * The option's text.
   */
  label?: string | null;
  /**
   * Whether the option is out of use.
   */
  archived?: boolean | null;
}
