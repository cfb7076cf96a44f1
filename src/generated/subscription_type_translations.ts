/** Generated from schemas/subscription_type_translations.json by scripts/generate.ts: do not edit. */

/**
 * The name and description of each subscription type in each language.
 */
export interface SubscriptionTypeTranslation {
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
  locale: string;
  /**
   * The id of the subscription type.
   */
  subscription_type_id: string;
}
