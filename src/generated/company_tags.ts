/** Generated from schemas/company_tags.json by scripts/generate.ts: do not edit. */

/**
 * The tags of each company.
 */
export interface CompanyTag {
  /**
   * The id of the company.
   */
  company_id: string;
  /**
   * The id of the tag.
   */
  tag_id: string;
  /**
   * When the company was last changed, in epoch seconds; rows with an older time are out of date.
   */
  company_updated_at: number | null;
  /**
   * The tag's name.
   */
  name?: string | null;
}
