/** Generated from schemas/series_checkpoints.json by scripts/generate.ts: do not edit. */

/**
 * Where contacts stand in series.
 */
export interface SeriesCheckpoint {
  /**
   * The id of the contact's way through the series.
   */
  series_entry_record_id: string;
  /**
   * The id of the rules of the block at which the contact stands.
   */
  ruleset_id: string;
  /**
   * The id of the contact.
   */
  user_id: string;
  /**
   * The id of the company for which the contact is in the series.
   */
  company_id?: string | null;
  /**
   * The code of the status.
   */
  status_code?: string | null;
  /**
   * The name of the status.
   */
  status_name?: string | null;
  /**
   * When the contact came to the block, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When Intercom last looked whether the contact goes on, in epoch seconds.
   */
  last_processed_at: number | null;
  /**
   * When the contact leaves the block at the latest, in epoch seconds.
   */
  expires_at?: number | null;
  /**
   * How often Intercom looked whether the contact goes on.
   */
  times_processed?: number | null;
}
