/** Generated from schemas/ticket_parts.json by scripts/generate.ts: do not edit. */

/**
 * Everything that happened in tickets: messages, notes, assignments and changes of state; ticket_parts.ticket_id is tickets.id, not the number shown in the Inbox, which is tickets.ticket_id.
 */
export interface TicketPart {
  /**
   * The part's id.
   */
  id: string;
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
  /**
   * When the ticket was created, in epoch seconds.
   */
  ticket_created_at?: number | null;
  /**
   * The id of the ticket.
   */
  ticket_id: string;
  /**
   * When the ticket was last changed, in epoch seconds; rows with an older time are out of date.
   */
  ticket_updated_at: number | null;
}
