/** Generated from schemas/activity_logs.json by scripts/generate.ts: do not edit. */

/**
 * The changes that teammates made to the workspace and its settings.
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
   * The name of the activity; new features add new names.
   */
  activity_type?: string | null;
  /**
   * The activity as a sentence.
   */
  activity_description?: string | null;
  /**
   * The teammate who made the change.
   */
  performed_by?: {
    /**
     * The teammate's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The teammate's address.
     */
    email?: string | null;
    /**
     * The network address of the teammate.
     */
    ip?: string | null;
  } | null;
  /**
   * Details that depend on the type of the activity.
   */
  metadata?: {} | null;
}
