/** Generated from schemas/team_metrics.json by scripts/generate.ts: do not edit. */

/**
 * How many conversations each teammate has open, idle and snoozed, by team, at the time of the sync.
 */
export interface TeamMetric {
  /**
   * The id of the team.
   */
  team_id: string;
  /**
   * The id of the teammate.
   */
  admin_id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * Open conversations that are assigned to the teammate.
   */
  open?: number | null;
  /**
   * Open conversations that have waited for the teammate for half an hour or longer.
   */
  idle?: number | null;
  /**
   * Snoozed conversations that are assigned to the teammate.
   */
  snoozed?: number | null;
  /**
   * When the sync asked for the numbers, in epoch seconds.
   */
  measured_at?: number | null;
}
