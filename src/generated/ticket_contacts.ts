/** Generated from schemas/ticket_contacts.json by scripts/generate.ts: do not edit. */

/**
 * The contacts that each ticket is for.
 */
export interface TicketContact {
  /**
   * The id of the ticket.
   */
  ticket_id: string;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the ticket was last changed, in epoch seconds; rows with an older time are out of date.
   */
  ticket_updated_at: number | null;
  /**
   * The contact, as Intercom names it inside the ticket.
   */
  contact?: {
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
  } | null;
}
