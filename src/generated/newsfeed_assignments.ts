/** Generated from schemas/newsfeed_assignments.json by scripts/generate.ts: do not edit. */

/**
 * The newsfeeds that show each news item.
 */
export interface NewsfeedAssignment {
  /**
   * The id of the news item.
   */
  news_item_id: string;
  /**
   * The id of the newsfeed.
   */
  newsfeed_id: string;
  /**
   * When the news item was last changed, in epoch seconds; rows with an older time are out of date.
   */
  news_item_updated_at: number | null;
  /**
   * When the news item appeared in the newsfeed, in epoch seconds.
   */
  published_at?: number | null;
}
