/** Generated from schemas/team_admins.json by scripts/generate.ts: do not edit. */

/**
 * Which teammate is in which team, and with which priority.
 */
export interface TeamAdmin {
  /**
   * The id of the team.
   */
  team_id: string;
  /**
   * The id of the teammate.
   */
  admin_id: string;
  /**
   * Whether the teammate is of primary or of secondary priority in the team; null if the team does not say.
   */
  priority?: string | null;
}
