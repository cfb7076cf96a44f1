/** Generated from schemas/call_transcripts.json by scripts/generate.ts: do not edit. */

/**
 * What was said in phone calls, one row for each entry of a transcript.
 */
export interface CallTranscript {
  /**
   * Where the entry stands in its transcript, from 0.
   */
  position: number;
  /**
   * What was said; of a transcript that Intercom gives as text, a whole line of it.
   */
  content?: string | null;
  /**
   * Who spoke.
   */
  speaker?: string | null;
  /**
   * The name of the speaker in the transcript.
   */
  speaker_label?: string | null;
  /**
   * When the speaker began, counted from the beginning of the call as Intercom writes it.
   */
  start_time?: number | string | null;
  /**
   * When the speaker ended, counted in the same way.
   */
  end_time?: number | string | null;
  /**
   * The id of the call.
   */
  call_id: string;
  /**
   * When the call was last changed, in epoch seconds; rows with an older time are out of date.
   */
  call_updated_at: number | null;
}
