/** Generated from schemas/contact_attributes.json by scripts/generate.ts: do not edit. */

/**
 * The attributes that contacts of the workspace can have.
 */
export interface ContactAttribute {
  /**
   * The object that the attribute describes: contact or company.
   */
  model: string;
  /**
   * The attribute's path within a record, such as custom_attributes.plan; unique within its model.
   */
  full_name: string;
  /**
   * The attribute's id; built-in attributes have none.
   */
  id?: number | null;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The attribute's own name; several attributes can share it.
   */
  name?: string | null;
  /**
   * The name that teammates see.
   */
  label?: string | null;
  /**
   * The attribute's description.
   */
  description?: string | null;
  /**
   * The type of the attribute's values: string, integer, float, boolean or date.
   */
  data_type?: string | null;
  /**
   * The values to choose from, if the attribute has a list.
   */
  options?: (string | null)[] | null;
  /**
   * Whether the API may set the attribute.
   */
  api_writable?: boolean | null;
  /**
   * Whether the Messenger may set the attribute.
   */
  messenger_writable?: boolean | null;
  /**
   * Whether teammates may set the attribute.
   */
  ui_writable?: boolean | null;
  /**
   * Whether the workspace defined the attribute itself.
   */
  custom?: boolean | null;
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
}
