/** Generated from schemas/content_snippets.json by scripts/generate.ts: do not edit. */

/**
 * The short texts that Fin answers from.
 */
export interface ContentSnippet {
  /**
   * The snippet's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The snippet's title.
   */
  title?: string | null;
  /**
   * The language of the snippet.
   */
  locale?: string | null;
  /**
   * The blocks that make up the text.
   */
  json_blocks?: ({} | null)[] | null;
  /**
   * The text as Markdown.
   */
  body_markdown?: string | null;
  /**
   * Contains 1 if Fin may answer customers from it, else 0; an older form of ai_chatbot_availability.
   */
  chatbot_availability?: number | null;
  /**
   * Contains 1 if Copilot may answer teammates from it, else 0; an older form of ai_copilot_availability.
   */
  copilot_availability?: number | null;
  /**
   * Whether Fin may answer customers from it.
   */
  ai_chatbot_availability?: boolean | null;
  /**
   * Whether Copilot may answer teammates from it.
   */
  ai_copilot_availability?: boolean | null;
  /**
   * Whether the sales agent may answer from it.
   */
  ai_sales_agent_availability?: boolean | null;
  /**
   * The audiences that it is meant for; none means everybody.
   */
  audience_ids?: (number | null)[] | null;
  /**
   * When the snippet was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the snippet was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
