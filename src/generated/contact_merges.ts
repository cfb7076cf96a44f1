/** Generated from schemas/contact_merges.json by scripts/generate.ts: do not edit. */

/**
 * The contacts that were merged into other contacts, and no longer exist; only users have a history of merges.
 */
export interface ContactMerge {
  /**
   * The id of the contact that was merged into this one.
   */
  source_contact_id: string;
  /**
   * The role that the merged contact had: user or lead.
   */
  source_contact_role?: string | null;
  /**
   * When the two were merged, in epoch seconds.
   */
  merged_at?: number | null;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
}
