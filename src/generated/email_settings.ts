/** Generated from schemas/email_settings.json by scripts/generate.ts: do not edit. */

/**
 * The addresses from which the workspace sends e-mails.
 */
export interface EmailSetting {
  /**
   * The setting's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The address that receivers see.
   */
  email?: string | null;
  /**
   * Whether the address was verified.
   */
  verified?: boolean | null;
  /**
   * The part of the address behind the @.
   */
  domain?: string | null;
  /**
   * The brand that uses the address.
   */
  brand_id?: string | null;
  /**
   * Whether e-mails to the address are forwarded to Intercom.
   */
  forwarding_enabled?: boolean | null;
  /**
   * When the last forwarded e-mail came, in epoch seconds; null if none ever came.
   */
  forwarded_email_last_received_at?: number | null;
  /**
   * When the setting was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the setting was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
