/** Generated from schemas/conversation_team_response_times.json by scripts/generate.ts: do not edit. */

/**
 * How long each assigned team took to respond first.
 */
export interface ConversationTeamResponseTime {
  /**
   * The team's id.
   */
  team_id?: string | null;
  /**
   * The team's name.
   */
  team_name?: string | null;
  /**
   * Seconds until the team first responded.
   */
  response_time?: number | null;
  /**
   * The hours that are counted: all or office.
   */
  hours: string;
  /**
   * The place of the entry in its list, from 0.
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
