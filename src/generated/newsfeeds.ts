/** Generated from schemas/newsfeeds.json by scripts/generate.ts: do not edit. */

/**
 * The newsfeeds, each for one group of customers.
 */
export interface Newsfeed {
  /**
   * The newsfeed's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The name, which customers do not see.
   */
  name?: string | null;
  /**
   * When the newsfeed was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the newsfeed was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
