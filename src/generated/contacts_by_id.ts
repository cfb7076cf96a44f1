/** Generated from schemas/contacts_by_id.json by scripts/generate.ts: do not edit. */

/**
 * The contacts that the config names by Intercom's id, by external id or by e-mail address; a merged contact is followed to the contact it became.
 */
export interface ContactById {
  /**
   * Intercom's id of the contact.
   */
  id: string;
}
