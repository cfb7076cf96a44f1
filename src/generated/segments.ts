/** Generated from schemas/segments.json by scripts/generate.ts: do not edit. */

/**
 * The saved groups of contacts and companies, with their sizes.
 */
export interface Segment {
  /**
   * The segment's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The segment's name.
   */
  name?: string | null;
  /**
   * When the segment was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the segment was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * The members of the segment: contact (here: leads) or user.
   */
  person_type?: string | null;
  /**
   * How many members the segment has now.
   */
  count?: number | null;
}
