/** Generated from schemas/activity_logs.json by scripts/generate.ts: do not edit. */

/**
 * What teammates changed in the workspace and its settings.
 */
export interface ActivityLog {
  /**
   * The entry's id.
   */
  id: string;
  /**
   * When it happened, in epoch seconds.
   */
  created_at: number | null;
  /**
   * What was done, as a name; new ones come with new features.
   */
  activity_type?: string | null;
  /**
   * What was done, as a sentence.
   */
  activity_description?: string | null;
  /**
   * Who did it.
   */
  performed_by?: {
    /**
     * The teammate's id.
     */
    id?: string | null;
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The teammate's address.
     */
    email?: string | null;
    /**
     * The network address from which it was done.
     */
    ip?: string | null;
  } | null;
  /**
   * Details that depend on the type of the activity.
   */
  metadata?: {} | null;
}
