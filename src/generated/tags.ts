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
   * What kind of object this is; the same in every row.
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
   * Who put the tag on; empty in a list of all tags.
   */
  applied_by?: {
    /**
     * Intercom's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
  } | null;
}
