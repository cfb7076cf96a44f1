/** Generated from schemas/contact_event_summaries.json by scripts/generate.ts: do not edit. */

/**
 * Counts of each contact's events by name, events older than 90 days included; asked for with one call for each changed contact.
 */
export interface ContactEventSummary {
  /**
   * The name of the event.
   */
  event_name: string;
  /**
   * When it was done for the first time, as Intercom writes it (ISO 8601).
   */
  first?: string | null;
  /**
   * When it was done for the last time, as Intercom writes it (ISO 8601).
   */
  last?: string | null;
  /**
   * How often it was done.
   */
  count?: number | null;
  /**
   * The workspace's description of the event.
   */
  description?: string | null;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
}
