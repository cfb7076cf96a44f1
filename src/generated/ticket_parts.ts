/** Generated from schemas/ticket_parts.json by scripts/generate.ts: do not edit. */

/**
 * Everything that happened in tickets: messages, notes, assignments and changes of state.
 */
export interface TicketPart {
  /**
   * The part's id.
   */
  id: string;
  /**
   * What kind of object this is; the same in every row.
   */
  type?: string | null;
  /**
   * What happened: comment, note, assignment, close, open and others; new ones come with new features.
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
   * To whom the part assigned, where it did.
   */
  assigned_to?: {
    [k: string]: unknown;
  } | null;
  /**
   * Who made the part.
   */
  author?: {
    /**
     * Their id.
     */
    id?: string | null;
    /**
     * Whether it is an admin, a user, a lead or a bot.
     */
    type?: string | null;
    /**
     * Their name.
     */
    name?: string | null;
    /**
     * Their address.
     */
    email?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * What is attached to the part; the addresses expire.
   */
  attachments?:
    | {
        [k: string]: unknown;
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
   * The code of the app that made the part, where one did.
   */
  app_package_code?: string | null;
  /**
   * The ticket's state after the part.
   */
  ticket_state?: string | null;
  /**
   * The ticket's state before the part.
   */
  previous_ticket_state?: string | null;
  /**
   * The attribute that the part changed, and its value.
   */
  updated_attribute_data?: {
    [k: string]: unknown;
  } | null;
  /**
   * The ticket that the part belongs to: tickets.id, not tickets.ticket_id, the number that the Inbox shows.
   */
  ticket_id: string;
  /**
   * When that ticket was made, in epoch seconds.
   */
  ticket_created_at?: number | null;
  /**
   * When that ticket was last changed, in epoch seconds.
   */
  ticket_updated_at: number;
  [k: string]: unknown;
}
