/** Generated from schemas/article_translations.json by scripts/generate.ts: do not edit. */

/**
 * The texts of each article in each of its languages; one row for an article that has one language.
 */
export interface ArticleTranslation {
  /**
   * The title.
   */
  title?: string | null;
  /**
   * The short text below the title.
   */
  description?: string | null;
  /**
   * The text, as HTML.
   */
  body?: string | null;
  /**
   * The text, as Markdown.
   */
  body_markdown?: string | null;
  /**
   * The id of the teammate who is shown as the author.
   */
  author_id?: number | null;
  /**
   * Whether it is published or a draft.
   */
  state?: string | null;
  /**
   * When it was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When it was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * Whether a draft with further changes waits to be published.
   */
  has_unpublished_changes?: boolean | null;
  /**
   * When that draft was last changed, in epoch seconds.
   */
  draft_updated_at?: number | null;
  /**
   * The address in the help center; empty for a draft.
   */
  url?: string | null;
  /**
   * The ids of the audiences for whom Fin may use it.
   */
  audience_ids?: (number | null)[] | null;
  /**
   * Whether Fin may answer customers with it.
   */
  ai_chatbot_availability?: boolean | null;
  /**
   * Whether Copilot may answer teammates with it.
   */
  ai_copilot_availability?: boolean | null;
  /**
   * Whether the sales agent may answer with it.
   */
  ai_sales_agent_availability?: boolean | null;
  /**
   * The id of the teammate who created it.
   */
  created_by_id?: number | null;
  /**
   * The id of the teammate who changed it last.
   */
  updated_by_id?: number | null;
  /**
   * The language, such as en or pt-BR; default where Intercom does not tell the only one.
   */
  locale: string;
  /**
   * The type of the object, in rows of articles with several languages.
   */
  type?: string | null;
  /**
   * The id of the article.
   */
  article_id: string;
  /**
   * When the article was last changed, in epoch seconds; rows with an older time are out of date.
   */
  article_updated_at: number | null;
}
