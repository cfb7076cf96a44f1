/** Generated from schemas/articles.json by scripts/generate.ts: do not edit. */

/**
 * The articles of the help centers in every state, with their texts in all languages; a change in another language than the default one does not move updated_at.
 */
export interface Article {
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
   * When the text in the default language was last changed, in epoch seconds.
   */
  updated_at: number | null;
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
   * The article's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The id of the workspace.
   */
  workspace_id?: string | null;
  /**
   * The ids of the collections that the article stands in.
   */
  parent_ids?: (number | null)[] | null;
  /**
   * The tags of the article.
   */
  tags?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each tag.
     */
    tags?:
      | {
          /**
           * The tag's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The tag's name.
           */
          name?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The language of the texts in the article itself, if the help center has several.
   */
  default_locale?: string | null;
  /**
   * The texts in each language, by the name of the language, if the help center has several.
   */
  translated_content?: {} | null;
  /**
   * Whether Fin leaves the article out of its suggestions.
   */
  exclude_from_article_suggestions?: boolean | null;
  /**
   * Who can read the article in the help center.
   */
  help_center_audience?: string | null;
  /**
   * When the article will be published, in epoch seconds, if that is planned.
   */
  scheduled_publish_at?: number | null;
  /**
   * When the article will be withdrawn, in epoch seconds, if that is planned.
   */
  scheduled_unpublish_at?: number | null;
}
