/** Generated from schemas/article_statistics.json by scripts/generate.ts: do not edit. */

/**
 * How often each article was read, rated and used by Fin; all articles in every sync, since these numbers change without the article.
 */
export interface ArticleStatistics {
  /**
   * When the article was last changed, in epoch seconds; the statistics change without it.
   */
  article_updated_at: number | null;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * How often the article was opened.
   */
  views?: number | null;
  /**
   * How many conversations began at the article; Intercom gives this number either here or as conversions.
   */
  conversations?: number | null;
  /**
   * How many conversations began at the article; Intercom gives this number either here or as conversations.
   */
  conversions?: number | null;
  /**
   * How many readers rated the article.
   */
  reactions?: number | null;
  /**
   * The percentage of ratings that are happy.
   */
  happy_reaction_percentage?: number | null;
  /**
   * The percentage of ratings that are neutral.
   */
  neutral_reaction_percentage?: number | null;
  /**
   * The percentage of ratings that are sad.
   */
  sad_reaction_percentage?: number | null;
  /**
   * In how many conversations Fin used the article.
   */
  fin_involvements?: number | null;
  /**
   * How many of these conversations Fin resolved.
   */
  fin_resolutions?: number | null;
  /**
   * The percentage of these conversations that Fin resolved.
   */
  fin_resolution_rate?: number | null;
  /**
   * The id of the article.
   */
  article_id: string;
}
