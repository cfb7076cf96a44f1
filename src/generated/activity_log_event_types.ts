/** Generated from schemas/activity_log_event_types.json by scripts/generate.ts: do not edit. */

/**
 * The names of the activities that the log of teammates' activity may hold.
 */
export interface ActivityLogEventType {
  /**
   * The name of the activity.
   */
  event_type: string;
}
