/** Generated from schemas/ticket_linked_objects.json by scripts/generate.ts: do not edit. */

/**
 * The conversations and tickets that are linked to each ticket; Intercom shows 1,000 of a ticket at most.
 */
export interface TicketLinkedObject {
  /**
   * Whether it is a ticket or a conversation.
   */
  linked_object_type: string;
  /**
   * The linked object's id.
   */
  linked_object_id: string;
  /**
   * The kind of ticket, such as Customer, Back-office or Tracker; empty for a conversation.
   */
  category?: string | null;
  /**
   * The id of the ticket.
   */
  ticket_id: string;
  /**
   * When the ticket was last changed, in epoch seconds; rows with an older time are out of date.
   */
  ticket_updated_at: number | null;
}
