/** Generated from schemas/notes_by_id.json by scripts/generate.ts: do not edit. */

/**
 * The notes that the config names.
 */
export interface NoteById {
  /**
   * The note's id.
   */
  id: string;
  /**
   * The type of the object.
   */
  type?: string | null;
  /**
   * When the note was written, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * The note's text, as HTML.
   */
  body?: string | null;
  /**
   * The company that the note is about.
   */
  company?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
  } | null;
  /**
   * The teammate who wrote the note.
   */
  author?: {
    /**
     * The teammate's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The teammate's name.
     */
    name?: string | null;
    /**
     * The teammate's address.
     */
    email?: string | null;
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
     * The type of the object.
     */
    type?: string | null;
  } | null;
}
