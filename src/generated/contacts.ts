/** Generated from schemas/contacts.json by scripts/generate.ts: do not edit. */

/**
 * The people that the workspace talks to: users and leads.
 */
export interface Contact {
  /**
   * Intercom's id of the contact.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The code of the workspace.
   */
  workspace_id?: string | null;
  /**
   * The id that the workspace itself gave to the contact.
   */
  external_id?: string | null;
  /**
   * Whether the contact is a user or a lead.
   */
  role?: string | null;
  /**
   * The contact's address.
   */
  email?: string | null;
  /**
   * The domain of the e-mail address.
   */
  email_domain?: string | null;
  /**
   * The contact's telephone number.
   */
  phone?: string | null;
  /**
   * The contact's name.
   */
  name?: string | null;
  /**
   * The contact's owner.
   */
  owner_id?: string | number | null;
  /**
   * Whether an e-mail to the contact came back for good.
   */
  has_hard_bounced?: boolean | null;
  /**
   * Whether the contact marked an e-mail as spam.
   */
  marked_email_as_spam?: boolean | null;
  /**
   * Whether the contact wants no e-mails.
   */
  unsubscribed_from_emails?: boolean | null;
  /**
   * Whether the contact wants no text messages.
   */
  unsubscribed_from_sms?: boolean | null;
  /**
   * Whether the contact allowed push messages.
   */
  enabled_push_messaging?: boolean | null;
  /**
   * Whether the contact agreed to text messages.
   */
  sms_consent?: boolean | null;
  /**
   * When the contact was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the contact was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * When the contact signed up, in epoch seconds.
   */
  signed_up_at?: number | null;
  /**
   * When the contact was last seen, in epoch seconds.
   */
  last_seen_at?: number | null;
  /**
   * When the contact last sent a message, in epoch seconds.
   */
  last_replied_at?: number | null;
  /**
   * When the contact was last written to, in epoch seconds.
   */
  last_contacted_at?: number | null;
  /**
   * When the contact last opened an e-mail, in epoch seconds.
   */
  last_email_opened_at?: number | null;
  /**
   * When the contact last followed a link in an e-mail, in epoch seconds.
   */
  last_email_clicked_at?: number | null;
  /**
   * The contact's preferred language.
   */
  language_override?: string | null;
  /**
   * The browser that the contact uses.
   */
  browser?: string | null;
  /**
   * The version of the contact's browser.
   */
  browser_version?: string | null;
  /**
   * The language of the contact's browser.
   */
  browser_language?: string | null;
  /**
   * The operating system that the contact uses.
   */
  os?: string | null;
  /**
   * The name of the app that the contact uses on Android.
   */
  android_app_name?: string | null;
  /**
   * The version of the app on Android.
   */
  android_app_version?: string | null;
  /**
   * The Android device that the contact uses.
   */
  android_device?: string | null;
  /**
   * The version of Android on the contact's device.
   */
  android_os_version?: string | null;
  /**
   * The version of Intercom's library in the Android app.
   */
  android_sdk_version?: string | null;
  /**
   * When the contact last used the Android app, in epoch seconds.
   */
  android_last_seen_at?: number | null;
  /**
   * The name of the app that the contact uses on iOS.
   */
  ios_app_name?: string | null;
  /**
   * The version of the app on iOS.
   */
  ios_app_version?: string | null;
  /**
   * The iOS device that the contact uses.
   */
  ios_device?: string | null;
  /**
   * The version of iOS on the contact's device.
   */
  ios_os_version?: string | null;
  /**
   * The version of Intercom's library in the iOS app.
   */
  ios_sdk_version?: string | null;
  /**
   * When the contact last used the iOS app, in epoch seconds.
   */
  ios_last_seen_at?: number | null;
  /**
   * The attributes that the workspace defined itself, by name.
   */
  custom_attributes?: {} | null;
  /**
   * The contact's picture: an object, or the address alone.
   */
  avatar?:
    | {
        /**
         * The type of the object.
         */
        type?: string | null;
        /**
         * Address of the picture.
         */
        image_url?: string | null;
      }
    | string
    | null;
  /**
   * The contact's tags, the first ten of them; contact_tags has all.
   */
  tags?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The first ten of them.
     */
    data?:
      | {
          /**
           * Its id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * Its address in the API.
           */
          url?: string | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * The notes about the contact, the first ten of them.
   */
  notes?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The first ten of them.
     */
    data?:
      | {
          /**
           * Its id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * Its address in the API.
           */
          url?: string | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * The contact's companies, the first ten of them; contact_companies has all.
   */
  companies?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The first ten of them.
     */
    data?:
      | {
          /**
           * Its id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * Its address in the API.
           */
          url?: string | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * The first ten subscriptions that the contact agreed to.
   */
  opted_in_subscription_types?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The first ten of them.
     */
    data?:
      | {
          /**
           * Its id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * Its address in the API.
           */
          url?: string | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * The first ten subscriptions that the contact refused.
   */
  opted_out_subscription_types?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The first ten of them.
     */
    data?:
      | {
          /**
           * Its id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * Its address in the API.
           */
          url?: string | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * The contact's last known location.
   */
  location?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The country.
     */
    country?: string | null;
    /**
     * The region of the country.
     */
    region?: string | null;
    /**
     * The city.
     */
    city?: string | null;
    /**
     * The country, as a code.
     */
    country_code?: string | null;
    /**
     * The continent, as a code.
     */
    continent_code?: string | null;
  } | null;
  /**
   * The contact's social profiles.
   */
  social_profiles?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each profile.
     */
    data?:
      | {
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The network, such as Twitter.
           */
          name?: string | null;
          /**
           * The profile's address.
           */
          url?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The campaign that brought the contact.
   */
  utm_campaign?: string | null;
  /**
   * The content that brought the contact.
   */
  utm_content?: string | null;
  /**
   * The medium that brought the contact.
   */
  utm_medium?: string | null;
  /**
   * The source that brought the contact.
   */
  utm_source?: string | null;
  /**
   * The search term that brought the contact.
   */
  utm_term?: string | null;
  /**
   * The page that referred the contact.
   */
  referrer?: string | null;
  /**
   * The contacts that were merged into this one, with emit_deletions only; contact_merges has a row for each.
   */
  merge_history?:
    | {
        /**
         * The type of the object.
         */
        type?: string | null;
        /**
         * The contact that was merged into this one.
         */
        source_contact_id?: string | null;
        /**
         * The merged contact's role: user or lead.
         */
        source_contact_role?: string | null;
        /**
         * When the two were merged, in epoch seconds.
         */
        merged_at?: number | null;
      }[]
    | null;
  /**
   * When the contact was deleted or stopped matching the filters; null while it is there.
   */
  _ab_cdc_deleted_at?: string | null;
}
