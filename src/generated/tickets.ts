/** Generated from schemas/tickets.json by scripts/generate.ts: do not edit. */

/**
 * The tickets of the workspace; ticket_parts.ticket_id is tickets.id, not the number shown in the Inbox, which is tickets.ticket_id.
 */
export interface Ticket {
  /**
   * The ticket's id in the API; ticket_parts.ticket_id refers to it.
   */
  id: string;
  /**
   * The ticket's number in the Inbox; no other stream refers to it, and ticket_parts.ticket_id is another id.
   */
  ticket_id?: string | null;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The kind of ticket, such as Customer, Back-office or Tracker.
   */
  category?: string | null;
  /**
   * The values of the ticket's attributes, by name; title and description are among them.
   */
  ticket_attributes?: {} | null;
  /**
   * The ticket's state.
   */
  ticket_state?: {
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
  } | null;
  /**
   * The type of the ticket, with its attributes and states.
   */
  ticket_type?: {
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
  } | null;
  /**
   * The contacts that the ticket is for.
   */
  contacts?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each contact.
     */
    contacts?:
      | {
          /**
           * The contact's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The id that the workspace itself gave to the contact.
           */
          external_id?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The assigned teammate; 0 if nobody is assigned.
   */
  admin_assignee_id?: number | null;
  /**
   * The assigned team; 0 if none is assigned.
   */
  team_assignee_id?: number | null;
  /**
   * When the ticket was made, in epoch seconds.
   */
  created_at: number | null;
  /**
   * When the ticket was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * Whether the ticket is open.
   */
  open?: boolean | null;
  /**
   * When a snoozed ticket opens again, in epoch seconds; missing when it is not snoozed.
   */
  snoozed_until?: number | null;
  /**
   * The linked conversations and tickets.
   */
  linked_objects?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
    /**
     * One entry for each linked object.
     */
    data?:
      | {
          /**
           * The linked object's id.
           */
          id?: string | null;
          /**
           * Whether it is a ticket or a conversation.
           */
          type?: string | null;
          /**
           * The kind of ticket, such as Customer, Back-office or Tracker; empty for a conversation.
           */
          category?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The latest 500 parts of the ticket; ticket_parts has a row for each.
   */
  ticket_parts?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each part.
     */
    ticket_parts?:
      | {
          /**
           * The part's id.
           */
          id?: string | number | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The kind of part, such as comment, note or a change of state, assignment or attribute; new features add new kinds.
           */
          part_type?: string | null;
          /**
           * The part's text, as HTML.
           */
          body?: string | null;
          /**
           * When the part was made, in epoch seconds.
           */
          created_at?: number | null;
          /**
           * When the part was last changed, in epoch seconds.
           */
          updated_at?: number | null;
          /**
           * The new assignee, if the part is an assignment.
           */
          assigned_to?: {
            /**
             * Intercom's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
          } | null;
          /**
           * The author of the part.
           */
          author?: {
            /**
             * The teammate's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
            /**
             * The teammate's name.
             */
            name?: string | null;
            /**
             * The teammate's address.
             */
            email?: string | null;
          } | null;
          /**
           * The part's attachments; their addresses expire.
           */
          attachments?:
            | {
                /**
                 * How the file was attached, such as upload.
                 */
                type?: string | null;
                /**
                 * The file's name.
                 */
                name?: string | null;
                /**
                 * The address of the file; it expires.
                 */
                url?: string | null;
                /**
                 * The file's media type.
                 */
                content_type?: string | null;
                /**
                 * The file's size in bytes.
                 */
                filesize?: number | null;
                /**
                 * The width in pixels, of an image.
                 */
                width?: number | null;
                /**
                 * The height in pixels, of an image.
                 */
                height?: number | null;
              }[]
            | null;
          /**
           * The id that the workspace itself gave to the part.
           */
          external_id?: string | null;
          /**
           * Whether the part was blacked out.
           */
          redacted?: boolean | null;
          /**
           * The code of the app that made the part through the API, if an app did.
           */
          app_package_code?: string | null;
          /**
           * The ticket's state after the part: submitted, in_progress, waiting_on_customer or resolved.
           */
          ticket_state?: string | null;
          /**
           * The ticket's state before the part: submitted, in_progress, waiting_on_customer or resolved.
           */
          previous_ticket_state?: string | null;
          /**
           * The attribute that the part changed, with its new value.
           */
          updated_attribute_data?: {
            /**
             * The attribute.
             */
            attribute?: {
              /**
               * The attribute's id.
               */
              id?: string | null;
              /**
               * The type of the object.
               */
              type?: string | null;
              /**
               * The attribute's name.
               */
              label?: string | null;
            } | null;
            /**
             * Its new value.
             */
            value?: {
              /**
               * The type of the object.
               */
              type?: string | null;
              /**
               * The value itself, or the id of the chosen option, or the ids of files.
               */
              id?: string | number[] | null;
              /**
               * How the value is shown, or the names of files.
               */
              label?: string | string[] | null;
            } | null;
          } | null;
        }[]
      | null;
    /**
     * How many parts there are.
     */
    total_count?: number | null;
  } | null;
  /**
   * How the ticket came in.
   */
  channel?: {} | string | null;
  /**
   * Whether the contact sees the ticket.
   */
  is_shared?: boolean | null;
  /**
   * The ticket's previous state.
   */
  previous_ticket_state_id?: string | null;
}
