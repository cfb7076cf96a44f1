/** Generated from schemas/fin_voice_calls.json by scripts/generate.ts: do not edit. */

/**
 * The calls that Fin took for other telephone systems, asked for with one call for each changed conversation that is a phone call.
 */
export interface FinVoiceCall {
  /**
   * The id of Fin's part in the call.
   */
  id: string;
  /**
   * The number of the workspace.
   */
  app_id?: string | null;
  /**
   * The id of the call in Intercom, if it was found.
   */
  intercom_call_id?: string | null;
  /**
   * The conversation in Intercom, if there is one.
   */
  intercom_conversation_id?: string | null;
  /**
   * The id of the call in the other telephone system.
   */
  external_call_id?: string | null;
  /**
   * The caller's number, with its country code.
   */
  user_phone_number?: string | null;
  /**
   * How far the call has come, or how it ended.
   */
  status?: string | null;
  /**
   * What the call was about, cut at 256 characters.
   */
  call_summary?: string | null;
  /**
   * The entries of the transcript.
   */
  call_transcript?: ({} | null)[] | null;
  /**
   * What the caller wanted.
   */
  intent?: ({} | null)[] | null;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
