/** Generated from schemas/conversation_scorecards.json by scripts/generate.ts: do not edit. */

/**
 * How the quality of each conversation was scored.
 */
export interface ConversationScorecard {
  /**
   * The scorecard's id.
   */
  scorecard_id?: string | null;
  /**
   * The id of the scorecard's version.
   */
  scorecard_version_id?: string | null;
  /**
   * The scorecard's name.
   */
  name?: string | null;
  /**
   * The kind of scorecard, such as human.
   */
  scorecard_type?: string | null;
  /**
   * Whether the conversation passed; empty when not scored.
   */
  passed?: boolean | null;
  /**
   * The score; empty when not scored.
   */
  score?: number | null;
  /**
   * The score given by AI, if any.
   */
  ai_score?: number | null;
  /**
   * When it was last scored, in epoch seconds.
   */
  evaluated_at?: number | null;
  /**
   * The teammate or AI agent that the score is about.
   */
  reviewed_teammate?: {
    /**
     * Whether it is the AI agent or a teammate: ai or admin.
     */
    type?: string | null;
    /**
     * The id of the teammate, if the author is a teammate.
     */
    admin_id?: string | null;
  } | null;
  /**
   * One entry for each criterion.
   */
  evaluators?:
    | {
        /**
         * The criterion's id.
         */
        evaluator_id?: string | null;
        /**
         * The finding; empty if not scored.
         */
        result?: {
          /**
           * The chosen value, such as pass or fail.
           */
          value?: string | null;
          /**
           * The author of the choice, such as ai or human.
           */
          source?: string | null;
          /**
           * Why it was chosen.
           */
          reasoning?: string | null;
          /**
           * The ids of the chosen reasons.
           */
          reason_ids?: (string | null)[] | null;
          /**
           * The reviewer's comment.
           */
          other_text?: string | null;
        } | null;
      }[]
    | null;
  /**
   * The place of the scorecard in its list, from 0.
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
