/** Generated from schemas/conversation_monitor_evaluations.json by scripts/generate.ts: do not edit. */

/**
 * What quality monitors found in each conversation.
 */
export interface ConversationMonitorEvaluation {
  /**
   * The monitor's id.
   */
  monitor_id?: string | null;
  /**
   * The monitor's name at the time of the evaluation.
   */
  monitor_name?: string | null;
  /**
   * The kind of monitor.
   */
  monitor_type?: string | null;
  /**
   * The monitor's finding, such as flagged.
   */
  result?: string | null;
  /**
   * Why the monitor found so.
   */
  explanation?: string | null;
  /**
   * When the monitor looked, in epoch seconds.
   */
  evaluated_at?: number | null;
  /**
   * The place of the evaluation in its list, from 0.
   */
  position: number;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
