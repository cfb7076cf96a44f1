/** Generated from schemas/news_item_reactions.json by scripts/generate.ts: do not edit. */

/**
 * The emojis with which customers can answer each news item.
 */
export interface NewsItemReaction {
  /**
   * The place in the news item's list, from 0.
   */
  position: number;
  /**
   * The emoji.
   */
  reaction?: string | null;
  /**
   * The id of the news item.
   */
  news_item_id: string;
  /**
   * When the news item was last changed, in epoch seconds; rows with an older time are out of date.
   */
  news_item_updated_at: number | null;
}
