/** Generated from schemas/notes.json by scripts/generate.ts: do not edit. */

/**
 * The notes that teammates wrote about contacts and about companies.
 */
export interface Note {
  /**
   * The note's id.
   */
  id: string;
  /**
   * What kind of object this is; the same in every row.
   */
  type?: string | null;
  /**
   * When the note was written, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * The text of the note, as HTML.
   */
  body?: string | null;
  /**
   * Who wrote the note.
   */
  author?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The author's name.
     */
    name?: string | null;
    /**
     * The author's e-mail address.
     */
    email?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * The contact that the note is about; null where it is about a company.
   */
  contact_id?: string | null;
  /**
   * The company that the note is about; null where it is about a contact.
   */
  company_id?: string | null;
  /**
   * The contact as the note names it.
   */
  contact?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * The company as the note names it.
   */
  company?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * When the contact or company was last changed, in epoch seconds; notes that are missing among those of the latest time were removed.
   */
  parent_updated_at: number | null;
  [k: string]: unknown;
}
