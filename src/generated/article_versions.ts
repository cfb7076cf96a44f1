/** Generated from schemas/article_versions.json by scripts/generate.ts: do not edit. */

/**
 * The versions that each article has had, without their texts.
 */
export interface ArticleVersion {
  /**
   * The version's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The title in this version.
   */
  title?: string | null;
  /**
   * The short text below the title in this version.
   */
  description?: string | null;
  /**
   * The id of the teammate who is shown as the author in this version.
   */
  author_id?: string | null;
  /**
   * The id of the teammate who made the version.
   */
  created_by_id?: string | null;
  /**
   * Where the version was made, such as web or api.
   */
  created_via?: string | null;
  /**
   * The id of the version that this one was made from.
   */
  from_version_id?: string | null;
  /**
   * Whether the version was published or is a draft.
   */
  state?: string | null;
  /**
   * When the version was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * The id of the article.
   */
  article_id: string;
  /**
   * When the article was last changed, in epoch seconds; rows with an older time are out of date.
   */
  article_updated_at: number | null;
}
