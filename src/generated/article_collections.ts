/** Generated from schemas/article_collections.json by scripts/generate.ts: do not edit. */

/**
 * The collections that each article stands in; an article without any row stands alone.
 */
export interface ArticleCollection {
  /**
   * The id of the article.
   */
  article_id: string;
  /**
   * The id of the collection.
   */
  collection_id: string;
  /**
   * When the article was last changed, in epoch seconds; rows with an older time are out of date.
   */
  article_updated_at: number | null;
}
