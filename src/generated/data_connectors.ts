/** Generated from schemas/data_connectors.json by scripts/generate.ts: do not edit. */

/**
 * The data connectors, through which workflows and Fin ask other programs.
 */
export interface DataConnector {
  /**
   * The connector's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The connector's name.
   */
  name?: string | null;
  /**
   * What the connector does.
   */
  description?: string | null;
  /**
   * Whether the connector is in use or a draft.
   */
  state?: string | null;
  /**
   * The method of its requests.
   */
  http_method?: string | null;
  /**
   * Whether Fin uses the connector on its own.
   */
  direct_fin_usage?: boolean | null;
  /**
   * The teammate who made the connector.
   */
  created_by_admin_id?: string | null;
  /**
   * The teammate who last changed the connector.
   */
  updated_by_admin_id?: string | null;
  /**
   * When the connector was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the connector was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * The path at which Intercom shows its requests.
   */
  execution_results_url?: string | null;
}
