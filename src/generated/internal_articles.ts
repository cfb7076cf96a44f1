/** Generated from schemas/internal_articles.json by scripts/generate.ts: do not edit. */

/**
 * The articles that only teammates and Fin read.
 */
export interface InternalArticle {
  /**
   * The article's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The article's title.
   */
  title?: string | null;
  /**
   * The text as HTML.
   */
  body?: string | null;
  /**
   * The text as Markdown.
   */
  body_markdown?: string | null;
  /**
   * The teammate who owns the article.
   */
  owner_id?: number | null;
  /**
   * The teammate who wrote the article.
   */
  author_id?: number | null;
  /**
   * The language of the article.
   */
  locale?: string | null;
  /**
   * The audiences that it is meant for; none means everybody.
   */
  audience_ids?: (number | null)[] | null;
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
   * When the article was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the article was last changed, in epoch seconds; an article without this time comes with every sync.
   */
  updated_at: number | null;
}
