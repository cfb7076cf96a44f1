/** Generated from schemas/company_attribute_options.json by scripts/generate.ts: do not edit. */

/**
 * The values that the attributes of companies offer to choose from.
 */
export interface CompanyAttributeOption {
  /**
   * The path of the attribute, as in company_attributes.
   */
  full_name: string;
  /**
   * The value.
   */
  value: string;
}
