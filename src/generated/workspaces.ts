/** Generated from schemas/workspaces.json by scripts/generate.ts: do not edit. */

/**
 * The workspace that the access token belongs to, in one row.
 */
export interface Workspace {
  /**
   * The workspace's id, as it stands in addresses of Intercom's app.
   */
  id_code: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The workspace's name.
   */
  name?: string | null;
  /**
   * The region in which Intercom keeps the workspace, such as US.
   */
  region?: string | null;
  /**
   * The name of the workspace's time zone, such as America/New_York.
   */
  timezone?: string | null;
  /**
   * When the workspace was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * Whether the identity of users is verified.
   */
  identity_verification?: boolean | null;
  /**
   * Whether the workspace is in secure mode.
   */
  secure?: boolean | null;
}
