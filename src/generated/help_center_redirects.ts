/** Generated from schemas/help_center_redirects.json by scripts/generate.ts: do not edit. */

/**
 * Old addresses, and the articles and collections of the help centers that they lead to.
 */
export interface HelpCenterRedirect {
  /**
   * When the help center was last changed, in epoch seconds; redirects change without it.
   */
  help_center_updated_at: number | null;
  /**
   * The redirect's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The old address.
   */
  from_url?: string | null;
  /**
   * The language of the page that it leads to.
   */
  locale?: string | null;
  /**
   * Whether it leads to an article or a collection.
   */
  target_type?: string | null;
  /**
   * The id of that article or collection.
   */
  target_id?: string | null;
  /**
   * When the redirect was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the redirect was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The id of the help center.
   */
  help_center_id: string;
}
