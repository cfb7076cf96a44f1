/** Generated from schemas/collections.json by scripts/generate.ts: do not edit. */

/**
 * The collections of articles in the help centers, nested collections included.
 */
export interface Collection {
  /**
   * The collection's id.
   */
  id: string;
  /**
   * The id of the workspace.
   */
  workspace_id?: string | null;
  /**
   * The name in the default language.
   */
  name?: string | null;
  /**
   * The description in the default language.
   */
  description?: string | null;
  /**
   * When the collection was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the collection was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * The address in the help center.
   */
  url?: string | null;
  /**
   * The name of the picture beside the collection.
   */
  icon?: string | null;
  /**
   * The place among the collections beside it.
   */
  order?: number | null;
  /**
   * The language of name and description, if the help center has several.
   */
  default_locale?: string | null;
  /**
   * Name and description in each language, by the name of the language, if the help center has several.
   */
  translated_content?: {} | null;
  /**
   * The id of the collection around this one; empty for a root collection.
   */
  parent_id?: string | null;
  /**
   * The id of the help center; Intercom gives it in root collections only, so follow parent_id to the root for the others.
   */
  help_center_id?: number | null;
}
