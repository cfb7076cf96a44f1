/** Generated from schemas/article_tags.json by scripts/generate.ts: do not edit. */

/**
 * The tags of each article.
 */
export interface ArticleTag {
  /**
   * The id of the article.
   */
  article_id: string;
  /**
   * The id of the tag.
   */
  tag_id: string;
  /**
   * When the article was last changed, in epoch seconds; rows with an older time are out of date.
   */
  article_updated_at: number | null;
  /**
   * The tag's name.
   */
  name?: string | null;
}
