/** Generated from schemas/tickets.json by scripts/generate.ts: do not edit. */

/**
 * The tickets of the workspace.
 */
export interface Ticket {
  /**
   * The ticket's id in the API; it is what ticket_parts.ticket_id refers to.
   */
  id: string;
  /**
   * The number that the Inbox shows for the ticket; no other stream refers to it, and ticket_parts.ticket_id is not it.
   */
  ticket_id?: string | null;
  /**
   * What kind of object this is; the same in every row.
   */
  type?: string | null;
  /**
   * What kind of ticket it is, such as Customer, Back-office or Tracker.
   */
  category?: string | null;
  /**
   * The values of the ticket's attributes, by name; title and description are among them.
   */
  ticket_attributes?: {
    [k: string]: unknown;
  } | null;
  /**
   * Where the ticket stands.
   */
  ticket_state?: {
    /**
     * The state's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The state's category: submitted, in_progress, waiting_on_customer or resolved.
     */
    category?: string | null;
    /**
     * What teammates see.
     */
    internal_label?: string | null;
    /**
     * What contacts see.
     */
    external_label?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * The type of the ticket, with its attributes and states.
   */
  ticket_type?: {
    [k: string]: unknown;
  } | null;
  /**
   * Whose ticket it is.
   */
  contacts?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * One entry for each contact.
     */
    contacts?:
      | {
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * The teammate to whom the ticket is assigned; 0 when to nobody.
   */
  admin_assignee_id?: number | null;
  /**
   * The team to which the ticket is assigned; 0 when to none.
   */
  team_assignee_id?: number | null;
  /**
   * When the ticket was made, in epoch seconds.
   */
  created_at: number;
  /**
   * When the ticket was last changed, in epoch seconds.
   */
  updated_at: number;
  /**
   * Whether the ticket is open.
   */
  open?: boolean | null;
  /**
   * When a snoozed ticket opens again, in epoch seconds; missing when it is not snoozed.
   */
  snoozed_until?: number | null;
  /**
   * The conversations and tickets that are linked to it.
   */
  linked_objects?: {
    /**
     * What kind of object this is.
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
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * The latest 500 parts of the ticket; ticket_parts has a row for each.
   */
  ticket_parts?: {
    /**
     * What kind of object this is.
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
          [k: string]: unknown;
        }[]
      | null;
    /**
     * How many parts there are.
     */
    total_count?: number | null;
    [k: string]: unknown;
  } | null;
  /**
   * Whether the contact sees the ticket.
   */
  is_shared?: boolean | null;
  /**
   * The state in which the ticket was before.
   */
  previous_ticket_state_id?: string | null;
  [k: string]: unknown;
}
