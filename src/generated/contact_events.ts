/** Generated from schemas/contact_events.json by scripts/generate.ts: do not edit. */

/**
 * What contacts did in the last 90 days, since Intercom lists no older events; asked for with one call for each changed contact.
 */
export interface ContactEvent {
  /**
   * A hash of the contact, the event's name, time and metadata, and the ordinal among equals, since an event has no id of its own.
   */
  event_key: string;
  /**
   * What the contact did.
   */
  event_name?: string | null;
  /**
   * When the event happened, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * What kind of object this is; the same in every row.
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
   * What the workspace sent along with the event.
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
