/** Generated from schemas/contact_events.json by scripts/generate.ts: do not edit. */

/**
 * The events of contacts in the last 90 days, since Intercom lists no older events; asked for with one call for each changed contact.
 */
export interface ContactEvent {
  /**
   * A hash of the contact, the event's name, time and metadata, and the ordinal among equals, since an event has no id of its own.
   */
  event_key: string;
  /**
   * The name of the event.
   */
  event_name?: string | null;
  /**
   * When the event happened, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The id that the workspace itself gave to the contact.
   */
  id?: string | null;
  /**
   * The id that the workspace itself gave to the user.
   */
  user_id?: string | null;
  /**
   * Intercom's id of the contact.
   */
  intercom_user_id?: string | null;
  /**
   * The contact's e-mail address.
   */
  email?: string | null;
  /**
   * The metadata that the workspace sent with the event.
   */
  metadata?: {} | null;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
}
