/** Generated from schemas/away_status_reasons.json by scripts/generate.ts: do not edit. */

/**
 * The reasons that teammates can give for being away, deleted reasons included.
 */
export interface AwayStatusReason {
  /**
   * The reason's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The text that teammates see.
   */
  label?: string | null;
  /**
   * The emoji beside the text.
   */
  emoji?: string | null;
  /**
   * Where the reason stands among the others.
   */
  order?: number | null;
  /**
   * Whether the reason was deleted.
   */
  deleted?: boolean | null;
  /**
   * When the reason was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the reason was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
