/** Generated from schemas/contact_subscriptions.json by scripts/generate.ts: do not edit. */

/**
 * The kinds of messages that each contact chose for or against; a contact who made no choice has no row.
 */
export interface ContactSubscription {
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * The id of the subscription type.
   */
  subscription_type_id: string;
  /**
   * When the contact was last changed, in epoch seconds; rows with an older time are out of date.
   */
  contact_updated_at: number | null;
  /**
   * Whether the contact agreed to these messages; false where the contact refused them.
   */
  opted_in?: boolean | null;
}
