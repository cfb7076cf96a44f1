/** Generated from schemas/contact_attribute_options.json by scripts/generate.ts: do not edit. */

/**
 * The values that the attributes of contacts offer to choose from.
 */
export interface ContactAttributeOption {
  /**
   * The path of the attribute, as in contact_attributes.
   */
  full_name: string;
  /**
   * The value.
   */
  value: string;
}
