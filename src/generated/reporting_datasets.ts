/** Generated from schemas/reporting_datasets.json by scripts/generate.ts: do not edit. */

/**
 * The datasets of Intercom's reporting.
 */
export interface ReportingDataset {
  /**
   * The dataset's id; the config field reporting_datasets takes it.
   */
  id: string;
  /**
   * The dataset's name.
   */
  name?: string | null;
  /**
   * What the dataset is about.
   */
  description?: string | null;
  /**
   * The attribute by whose time rows are chosen.
   */
  default_time_attribute_id?: string | null;
  /**
   * The columns of the dataset; the stream reporting_attributes has one row for each.
   */
  attributes?:
    | {
        /**
         * The attribute's name within its group.
         */
        id?: string | null;
        /**
         * The attribute's name with its group.
         */
        qualified_id?: string | null;
        /**
         * The attribute's name for people.
         */
        name?: string | null;
      }[]
    | null;
}
