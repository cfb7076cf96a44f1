/** Generated from schemas/subscription_types.json by scripts/generate.ts: do not edit. */

/**
 * The kinds of messages that contacts agree to or refuse, drafts and archived kinds included.
 */
export interface SubscriptionType {
  /**
   * The subscription type's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * Whether the subscription type is live, a draft or archived.
   */
  state?: string | null;
  /**
   * Whether contacts must agree first (opt_in), or get the messages until they refuse (opt_out).
   */
  consent_type?: string | null;
  /**
   * The name and description in the language of the workspace.
   */
  default_translation?: {
    /**
     * The name in this language.
     */
    name?: string | null;
    /**
     * The description in this language.
     */
    description?: string | null;
    /**
     * The language, such as en or pt-BR.
     */
    locale?: string | null;
  } | null;
  /**
   * The name and description in each language; subscription_type_translations has a row for each.
   */
  translations?:
    | ({
        /**
         * The name in this language.
         */
        name?: string | null;
        /**
         * The description in this language.
         */
        description?: string | null;
        /**
         * The language, such as en or pt-BR.
         */
        locale?: string | null;
      } | null)[]
    | null;
  /**
   * How the messages are sent, such as email or sms_message; subscription_type_content_types has a row for each.
   */
  content_types?: (string | null)[] | null;
}
