/** Generated from schemas/tags.json by scripts/generate.ts: do not edit. */

/**
 * The labels that contacts, companies and conversations can carry.
 */
export interface Tag {
  /**
   * The tag's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The tag's name.
   */
  name?: string | null;
  /**
   * When the tag was put on something, in epoch seconds; empty in a list of all tags.
   */
  applied_at?: number | null;
  /**
   * The teammate who applied the tag; empty in a list of all tags.
   */
  applied_by?: {
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
