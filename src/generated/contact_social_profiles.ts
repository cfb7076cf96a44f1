/** Generated from schemas/contact_social_profiles.json by scripts/generate.ts: do not edit. */

/**
 * The social profiles of each contact.
 */
export interface ContactSocialProfile {
  /**
   * The place of the profile among those of its contact, from 0.
   */
  position: number;
  /**
   * The network, such as Twitter.
   */
  name?: string | null;
  /**
   * The profile's address.
   */
  url?: string | null;
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
