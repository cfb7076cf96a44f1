/** Generated from schemas/conversation_ai_content_sources.json by scripts/generate.ts: do not edit. */

/**
 * The sources from which the AI agent answered in each conversation.
 */
export interface ConversationAiContentSource {
  /**
   * The kind of source, such as article, file, external_content or content_snippet.
   */
  content_type?: string | null;
  /**
   * The address of the source for teammates.
   */
  url?: string | null;
  /**
   * The source's title.
   */
  title?: string | null;
  /**
   * The source's language, as a code.
   */
  locale?: string | null;
  /**
   * The place of the source in its list, from 0.
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
