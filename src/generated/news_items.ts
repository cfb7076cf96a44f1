/** Generated from schemas/news_items.json by scripts/generate.ts: do not edit. */

/**
 * The news that the workspace shows to its customers, drafts included.
 */
export interface NewsItem {
  /**
   * The news item's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The id of the workspace.
   */
  workspace_id?: string | null;
  /**
   * The title.
   */
  title?: string | null;
  /**
   * The text, as HTML.
   */
  body?: string | null;
  /**
   * The id of the teammate who is shown as the sender.
   */
  sender_id?: number | null;
  /**
   * Whether the news item is a draft or live.
   */
  state?: string | null;
  /**
   * The newsfeeds that show the news item.
   */
  newsfeed_assignments?:
    | ({
        /**
         * The newsfeed's id.
         */
        newsfeed_id?: number | null;
        /**
         * When the news item appeared there, in epoch seconds.
         */
        published_at?: number | null;
      } | null)[]
    | null;
  /**
   * The names of the labels that customers see.
   */
  labels?: (string | null)[] | null;
  /**
   * The address of the picture above the text.
   */
  cover_image_url?: string | null;
  /**
   * The emojis with which customers can answer, in their order.
   */
  reactions?: (string | null)[] | null;
  /**
   * Whether the news item appears without a notification.
   */
  deliver_silently?: boolean | null;
  /**
   * When the news item was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the news item was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
