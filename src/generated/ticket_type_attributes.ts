/** Generated from schemas/ticket_type_attributes.json by scripts/generate.ts: do not edit. */

/**
 * The attributes that tickets of each type can have.
 */
export interface TicketTypeAttribute {
  /**
   * The attribute's id.
   */
  id: string;
  /**
   * The type of the object.
   */
  type?: string | null;
  /**
   * The code of the workspace.
   */
  workspace_id?: string | null;
  /**
   * The attribute's name.
   */
  name?: string | null;
  /**
   * The attribute's purpose.
   */
  description?: string | null;
  /**
   * The type of the attribute's values: string, list, integer, decimal, boolean, datetime or files.
   */
  data_type?: string | null;
  /**
   * How the attribute is filled in, such as in several lines.
   */
  input_options?: {} | null;
  /**
   * The place of the attribute among the others.
   */
  order?: number | null;
  /**
   * Whether teammates must fill it in.
   */
  required_to_create?: boolean | null;
  /**
   * Whether contacts must fill it in.
   */
  required_to_create_for_contacts?: boolean | null;
  /**
   * Whether teammates see it.
   */
  visible_on_create?: boolean | null;
  /**
   * Whether contacts see it.
   */
  visible_to_contacts?: boolean | null;
  /**
   * Whether the attribute is built in.
   */
  default?: boolean | null;
  /**
   * The id of the ticket type.
   */
  ticket_type_id: string;
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
   * When the ticket type was last changed, in epoch seconds; rows with an older time are out of date.
   */
  ticket_type_updated_at: number | null;
}
