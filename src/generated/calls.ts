/** Generated from schemas/calls.json by scripts/generate.ts: do not edit. */

/**
 * Phone calls, with the addresses of their recordings and transcripts; recordings are not read.
 */
export interface Call {
  /**
   * The call's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The conversation to which the call belongs.
   */
  conversation_id?: string | null;
  /**
   * The teammate in the call.
   */
  admin_id?: string | null;
  /**
   * The contact in the call.
   */
  contact_id?: string | null;
  /**
   * How far the call has come, such as completed.
   */
  state?: string | null;
  /**
   * The way in which the call was made, such as phone.
   */
  call_type?: string | null;
  /**
   * Whether the call came in or went out.
   */
  direction?: string | null;
  /**
   * Why the call ended.
   */
  ended_reason?: string | null;
  /**
   * The number of the other side, with its country code.
   */
  phone?: string | null;
  /**
   * When the call was begun, in epoch seconds.
   */
  initiated_at?: number | null;
  /**
   * When the call was answered, in epoch seconds.
   */
  answered_at?: number | null;
  /**
   * When the call ended, in epoch seconds.
   */
  ended_at?: number | null;
  /**
   * When the call was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the call was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * Where Intercom's API gives the recording, for callers with a token.
   */
  recording_url?: string | null;
  /**
   * Where Intercom's API gives the transcript, for callers with a token.
   */
  transcription_url?: string | null;
  /**
   * Where Intercom's API gives the recording of Fin's part.
   */
  fin_recording_url?: string | null;
  /**
   * Where Intercom's API gives the transcript of Fin's part.
   */
  fin_transcription_url?: string | null;
}
