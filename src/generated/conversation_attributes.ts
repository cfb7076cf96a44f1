/** Generated from schemas/conversation_attributes.json by scripts/generate.ts: do not edit. */

/**
 * The attributes that conversations of the workspace can have.
 */
export interface ConversationAttribute {
  /**
   * The attribute's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The attribute's name.
   */
  name?: string | null;
  /**
   * The attribute's description.
   */
  description?: string | null;
  /**
   * The type of the attribute's values: string, integer, decimal, boolean, datetime, list, files or relationship.
   */
  data_type?: string | null;
  /**
   * Whether the attribute has to be filled in.
   */
  required?: boolean | null;
  /**
   * The teams that see the attribute; empty if all teams do.
   */
  visible_to_team_ids?: (string | number | null)[] | null;
  /**
   * Whether the attribute is out of use.
   */
  archived?: boolean | null;
  /**
   * When the attribute was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the attribute was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The teammate who made the attribute.
   */
  admin_id?: string | null;
  /**
   * Whether text values may have several lines.
   */
  multiline?: boolean | null;
  /**
   * The values to choose from, if the attribute has a list.
   */
  options?:
    | {
        /**
         * The option's id.
         */
        id?: string | null;
        /**
         * The option's text.
         */
        label?: string | null;
        /**
         * Whether the option is out of use.
         */
        archived?: boolean | null;
      }[]
    | null;
  /**
   * The related objects, if the attribute is a relationship.
   */
  reference?: {
    /**
     * Whether the relationship has one object or many.
     */
    type?: string | null;
    /**
     * The type of the related objects.
     */
    object_type_id?: string | null;
  } | null;
}
