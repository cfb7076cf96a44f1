/** Generated from schemas/contact_companies.json by scripts/generate.ts: do not edit. */

/**
 * The companies of each contact; complete beyond the ten that Intercom shows in a contact.
 */
export interface ContactCompany {
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * The id of the company.
   */
  company_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
  /**
   * The company, as Intercom names it inside the contact.
   */
  company?: {
    /**
     * The company's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The company's address in the API.
     */
    url?: string | null;
  } | null;
}
