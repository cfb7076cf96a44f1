/** Generated from schemas/receipt_events.json by scripts/generate.ts: do not edit. */

/**
 * What contacts did with what was sent to them, one row for each time.
 */
export interface ReceiptEvent {
  /**
   * The key of the row, made of its content, since Intercom gives these events no id.
   */
  receipt_event_key: string;
  /**
   * What happened, such as open, click, reply or unsubscribe: the name of the file that the row comes from.
   */
  kind?: string | null;
  /**
   * The id of the receipt.
   */
  receipt_id?: string | null;
  /**
   * When it happened, in epoch seconds.
   */
  occurred_at: number | null;
  /**
   * The other columns of the file, such as the link that was clicked.
   */
  details?: {} | null;
}
