/** Generated from schemas/ticket_type_states.json by scripts/generate.ts: do not edit. */

/**
 * Which type of tickets has which states.
 */
export interface TicketTypeState {
  /**
   * The id of the ticket type.
   */
  ticket_type_id: string;
  /**
   * The id of the ticket state.
   */
  ticket_state_id: string;
}
