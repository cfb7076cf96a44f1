/** Generated from schemas/content_items.json by scripts/generate.ts: do not edit. */

/**
 * Everything that Fin and teammates can answer from, by title; the only list that has uploaded files.
 */
export interface ContentItem {
  /**
   * The kind of content, such as a snippet, an external page, an uploaded file or an article.
   */
  type: string;
  /**
   * The id among the content of this kind; it may begin with zeros.
   */
  id: string;
  /**
   * The title of the content.
   */
  title?: string | null;
  /**
   * The texts of an article of a help center, one for each language.
   */
  contents?:
    | ({
        /**
         * The type of the object.
         */
        type?: string | null;
        /**
         * The text's id.
         */
        id?: string | null;
        /**
         * The text's title.
         */
        title?: string | null;
        /**
         * The language of the text.
         */
        locale?: string | null;
      } | null)[]
    | null;
}
