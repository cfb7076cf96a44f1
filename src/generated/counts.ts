/** Generated from schemas/counts.json by scripts/generate.ts: do not edit. */

/**
 * How many there are of each kind at the moment of the sync, whatever filters the config sets.
 */
export interface Count {
  /**
   * The counted object: contact, company, tag, segment, conversation or ticket.
   */
  object: string;
  /**
   * The breakdown of the count: total (for every object), role, tag, segment, state, assignment or admin.
   */
  breakdown: string;
  /**
   * The value of the breakdown, such as user, open or the id of an admin; all for a total.
   */
  value: string;
  /**
   * The count; null if Intercom does not tell it.
   */
  count?: number | null;
  /**
   * When it was counted, in epoch seconds of Intercom's clock.
   */
  counted_at?: number | null;
}
