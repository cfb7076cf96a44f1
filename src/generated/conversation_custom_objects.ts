/** Generated from schemas/conversation_custom_objects.json by scripts/generate.ts: do not edit. */

/**
 * The custom objects that each conversation is related to, by the attribute that lists them.
 */
export interface ConversationCustomObject {
  /**
   * The name of the custom attribute that lists the object.
   */
  attribute: string;
  /**
   * The object's type, such as Order.
   */
  object_type: string;
  /**
   * Intercom's id of the object.
   */
  object_id: string;
  /**
   * The id that the workspace itself gave to the object.
   */
  external_id?: string | null;
  /**
   * The attributes that the workspace defined for the type, by name.
   */
  custom_attributes?: {} | null;
  /**
   * When the object was made in Intercom, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the object was last changed in Intercom, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * When the object was made in the system that it comes from, in epoch seconds.
   */
  external_created_at?: number | null;
  /**
   * When the object was last changed in the system that it comes from, in epoch seconds.
   */
  external_updated_at?: number | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
