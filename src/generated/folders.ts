/** Generated from schemas/folders.json by scripts/generate.ts: do not edit. */

/**
 * The folders in which articles and other content are kept; from the Preview of Intercom's API.
 */
export interface Folder {
  /**
   * The folder's id.
   */
  id: string;
  /**
   * The folder's name.
   */
  name?: string | null;
  /**
   * What the folder is for.
   */
  description?: string | null;
  /**
   * The emoji beside the name.
   */
  emoji?: string | null;
  /**
   * The folder in which this one is; null at the top.
   */
  parent_folder_id?: number | null;
  /**
   * How many pieces of content are in the folder.
   */
  content_count?: number | null;
  /**
   * When the folder was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the folder was last changed, in epoch seconds.
   */
  updated_at?: number | null;
}
