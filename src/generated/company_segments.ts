/** Generated from schemas/company_segments.json by scripts/generate.ts: do not edit. */

/**
 * The segments of each company.
 */
export interface CompanySegment {
  /**
   * The id of the company.
   */
  company_id: string;
  /**
   * The id of the segment.
   */
  segment_id: string;
  /**
   * When the company was last changed, in epoch seconds; rows with an older time are out of date.
   */
  company_updated_at: number | null;
  /**
   * The segment, as Intercom gives it inside the company.
   */
  segment?: {
    /**
     * The segment's id.
     */
    id?: string | null;
    /**
     * The type of the object.
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
    updated_at?: number | null;
    /**
     * The members of the segment: contact (here: leads) or user.
     */
    person_type?: string | null;
    /**
     * How many members the segment has.
     */
    count?: number | null;
  } | null;
}
