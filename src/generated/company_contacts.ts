/** Generated from schemas/company_contacts.json by scripts/generate.ts: do not edit. */

/**
 * The contacts of each company, asked for company by company.
 */
export interface CompanyContact {
  /**
   * The id of the company.
   */
  company_id: string;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the company was last changed, in epoch seconds; rows with an older time are out of date.
   */
  company_updated_at: number | null;
  /**
   * The contact as Intercom shows it there.
   */
  contact?: {
    /**
     * Intercom's id.
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
    /**
     * Whether the contact is a user or a lead.
     */
    role?: string | null;
    /**
     * The contact's e-mail address.
     */
    email?: string | null;
    /**
     * The contact's name.
     */
    name?: string | null;
  } | null;
}
