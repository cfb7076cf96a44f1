/** Generated from schemas/contact_tags.json by scripts/generate.ts: do not edit. */

/**
 * The tags of each contact; complete beyond the ten that Intercom shows in a contact.
 */
export interface ContactTag {
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * The id of the tag.
   */
  tag_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
  /**
   * The tag's name.
   */
  name?: string | null;
  /**
   * When the tag was applied, in epoch seconds, if Intercom tells it.
   */
  applied_at?: number | null;
}
