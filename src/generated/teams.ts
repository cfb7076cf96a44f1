/** Generated from schemas/teams.json by scripts/generate.ts: do not edit. */

/**
 * The teams to which conversations and tickets are assigned.
 */
export interface Team {
  /**
   * The team's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The team's name.
   */
  name?: string | null;
  /**
   * The teammates in the team.
   */
  admin_ids?: (number | null)[] | null;
  /**
   * How the team's members share its work.
   */
  admin_priority_level?: {
    /**
     * The teammates of first priority.
     */
    primary_admin_ids?: (number | null)[] | null;
    /**
     * The teammates of second priority.
     */
    secondary_admin_ids?: (number | null)[] | null;
  } | null;
  /**
   * How many open conversations a member may have before no more are assigned.
   */
  assignment_limit?: number | null;
  /**
   * How new conversations are shared out among members.
   */
  distribution_method?: string | null;
}
