/** Generated from schemas/admins.json by scripts/generate.ts: do not edit. */

/**
 * The teammates of the workspace.
 */
export interface Admin {
  /**
   * The teammate's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The teammate's full name.
   */
  name?: string | null;
  /**
   * The teammate's e-mail address for signing in.
   */
  email?: string | null;
  /**
   * The teammate's job title.
   */
  job_title?: string | null;
  /**
   * Whether the teammate is marked as away.
   */
  away_mode_enabled?: boolean | null;
  /**
   * Whether new conversations go to the default inbox while the teammate is away.
   */
  away_mode_reassign?: boolean | null;
  /**
   * Why the teammate is away, as the id of an away reason.
   */
  away_status_reason_id?: string | number | null;
  /**
   * Whether the teammate has a paid seat in the Inbox.
   */
  has_inbox_seat?: boolean | null;
  /**
   * The teammate's teams.
   */
  team_ids?: (number | null)[] | null;
  /**
   * Address of the teammate's picture.
   */
  avatar?: string | null;
  /**
   * How urgently the teammate's teams are served.
   */
  team_priority_level?: {
    /**
     * The teams whose conversations come first.
     */
    primary_team_ids?: (number | null)[] | null;
    /**
     * The teams of second priority.
     */
    secondary_team_ids?: (number | null)[] | null;
  } | null;
  /**
   * The role that gives the teammate permissions.
   */
  role?: {
    /**
     * The role's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The role's name.
     */
    name?: string | null;
  } | null;
  /**
   * Null in every row, since Intercom's API gives the members of a team in the stream teams.
   */
  admin_ids?: number[] | null;
}
