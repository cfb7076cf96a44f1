/** Generated from schemas/content_import_sources.json by scripts/generate.ts: do not edit. */

/**
 * The sites that external pages are imported from.
 */
export interface ContentImportSource {
  /**
   * The source's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The address at which the source begins.
   */
  url?: string | null;
  /**
   * How pages come in: by the API, on their own, or on demand.
   */
  sync_behavior?: string | null;
  /**
   * Whether the source is in use.
   */
  status?: string | null;
  /**
   * The audiences that the pages are meant for; none means everybody.
   */
  audience_ids?: (number | null)[] | null;
  /**
   * When the pages were last imported, in epoch seconds.
   */
  last_synced_at?: number | null;
  /**
   * When the source was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the source was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
