/** Generated from schemas/company_tags.json by scripts/generate.ts: do not edit. */

/**
 * Which company has which tag.
 */
export interface CompanyTag {
  /**
   * The company: companies.id, not the company_id that the workspace gave it.
   */
  company_id: string;
  /**
   * The tag.
   */
  tag_id: string;
  /**
   * When the company was last changed, in epoch seconds; rows of an older time no longer hold.
   */
  company_updated_at: number | null;
  /**
   * The tag's name.
   */
  name?: string | null;
  [k: string]: unknown;
}
