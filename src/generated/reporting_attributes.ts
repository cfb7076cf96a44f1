/** Generated from schemas/reporting_attributes.json by scripts/generate.ts: do not edit. */

/**
 * The columns of the datasets of Intercom's reporting.
 */
export interface ReportingAttribute {
  /**
   * The id of the dataset.
   */
  dataset_id: string;
  /**
   * The attribute's name with its group, or without where Intercom gives none.
   */
  qualified_id: string;
  /**
   * The attribute's name within its group.
   */
  id?: string | null;
  /**
   * The attribute's name for people.
   */
  name?: string | null;
}
