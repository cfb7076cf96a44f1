/** Generated from schemas/help_centers.json by scripts/generate.ts: do not edit. */

/**
 * The help centers of the workspace.
 */
export interface HelpCenter {
  /**
   * The help center's id.
   */
  id: string;
  /**
   * The id of the workspace.
   */
  workspace_id?: string | null;
  /**
   * When the help center was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the help center was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The name of the help center in its addresses.
   */
  identifier?: string | null;
  /**
   * Whether customers can open the help center.
   */
  website_turned_on?: boolean | null;
  /**
   * The name that teammates see.
   */
  display_name?: string | null;
  /**
   * The address of the help center.
   */
  url?: string | null;
  /**
   * The workspace's own domain for the help center, if any.
   */
  custom_domain?: string | null;
  /**
   * Whether it is the default help center of the workspace.
   */
  default?: boolean | null;
  /**
   * The languages of the help center.
   */
  locales?: (string | null)[] | null;
}
