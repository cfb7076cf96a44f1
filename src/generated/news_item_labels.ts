/** Generated from schemas/news_item_labels.json by scripts/generate.ts: do not edit. */

/**
 * The labels of each news item.
 */
export interface NewsItemLabel {
  /**
   * The place in the news item's list, from 0.
   */
  position: number;
  /**
   * The name of the label.
   */
  label?: string | null;
  /**
   * The id of the news item.
   */
  news_item_id: string;
  /**
   * When the news item was last changed, in epoch seconds; rows with an older time are out of date.
   */
  news_item_updated_at: number | null;
}
