/** Generated from schemas/counts.json by scripts/generate.ts: do not edit. */

/**
 * How many there are of each kind at the moment of the sync, whatever filters the config sets.
 */
export interface Count {
  /**
   * What is counted: contact, company, tag, segment, conversation or ticket.
   */
  object: string;
  /**
   * By what it is counted: total (every object has this one), role, tag, segment, state, assignment or admin.
   */
  breakdown: string;
  /**
   * The value of the breakdown, such as user, open or the id of an admin; all for a total.
   */
  value: string;
  /**
   * How many there are; null where that cannot be known.
   */
  count?: number | null;
  /**
   * When it was counted, in epoch seconds of Intercom's clock.
   */
  counted_at?: number | null;
}
