/** Generated from schemas/collection_translations.json by scripts/generate.ts: do not edit. */

/**
 * The name and description of each collection in each of its languages; one row for a collection that has one language.
 */
export interface CollectionTranslation {
  /**
   * The language, such as en or pt-BR; default where Intercom does not tell the only one.
   */
  locale: string;
  /**
   * The type of the object, in rows of collections with several languages.
   */
  type?: string | null;
  /**
   * The collection's name in this language.
   */
  name?: string | null;
  /**
   * The collection's description in this language.
   */
  description?: string | null;
  /**
   * The id of the collection.
   */
  collection_id: string;
  /**
   * When the collection was last changed, in epoch seconds; rows with an older time are out of date.
   */
  collection_updated_at: number | null;
}
