/** Generated from schemas/ticket_states.json by scripts/generate.ts: do not edit. */

/**
 * The states that tickets can be in, each with the types of tickets that have it.
 */
export interface TicketState {
  /**
   * The state's id.
   */
  id: string;
  /**
   * The type of the object.
   */
  type?: string | null;
  /**
   * The state's category: submitted, in_progress, waiting_on_customer or resolved.
   */
  category?: string | null;
  /**
   * The label that teammates see.
   */
  internal_label?: string | null;
  /**
   * The label that contacts see.
   */
  external_label?: string | null;
  /**
   * Whether the state is out of use.
   */
  archived?: boolean | null;
  /**
   * The types of tickets that have the state; ticket_type_states has a row for each.
   */
  ticket_types?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each type of tickets.
     */
    data?:
      | ({
          /**
           * The ticket type's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The kind of ticket: Customer, Back-office or Tracker.
           */
          category?: string | null;
          /**
           * The ticket type's name.
           */
          name?: string | null;
          /**
           * The ticket type's description.
           */
          description?: string | null;
          /**
           * The ticket type's icon, an emoji.
           */
          icon?: string | null;
          /**
           * The code of the workspace.
           */
          workspace_id?: string | null;
          /**
           * Whether only teammates see the tickets.
           */
          is_internal?: boolean | null;
          /**
           * Whether the ticket type is out of use.
           */
          archived?: boolean | null;
          /**
           * When the ticket type was made, in epoch seconds.
           */
          created_at?: number | null;
          /**
           * When the ticket type was last changed, in epoch seconds.
           */
          updated_at?: number | null;
          /**
           * The attributes of tickets of this type; Intercom gives them under one of two names.
           */
          ticket_type_attributes?: {
            /**
             * The type of the object.
             */
            type?: string | null;
            /**
             * One entry for each attribute.
             */
            data?:
              | ({
                  /**
                   * The attribute's id.
                   */
                  id?: string | null;
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
                  ticket_type_id?: number | null;
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
                } | null)[]
              | null;
            /**
             * One entry for each attribute, under the other of the two names.
             */
            ticket_type_attributes?:
              | ({
                  /**
                   * The attribute's id.
                   */
                  id?: string | null;
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
                  ticket_type_id?: number | null;
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
                } | null)[]
              | null;
          } | null;
          /**
           * The possible states of tickets of this type.
           */
          ticket_states?: {
            /**
             * The type of the object.
             */
            type?: string | null;
            /**
             * One entry for each state.
             */
            data?:
              | ({
                  /**
                   * The state's id.
                   */
                  id?: string | null;
                  /**
                   * The type of the object.
                   */
                  type?: string | null;
                  /**
                   * The state's category: submitted, in_progress, waiting_on_customer or resolved.
                   */
                  category?: string | null;
                  /**
                   * The label that teammates see.
                   */
                  internal_label?: string | null;
                  /**
                   * The label that contacts see.
                   */
                  external_label?: string | null;
                } | null)[]
              | null;
          } | null;
        } | null)[]
      | null;
  } | null;
}
