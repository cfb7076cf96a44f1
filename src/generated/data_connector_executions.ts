/** Generated from schemas/data_connector_executions.json by scripts/generate.ts: do not edit. */

/**
 * The requests that data connectors sent to other programs, without the bodies, as far back as Intercom keeps them.
 */
export interface DataConnectorExecution {
  /**
   * The request's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The connector that sent the request.
   */
  data_connector_id?: string | null;
  /**
   * Whether the request worked.
   */
  success?: boolean | null;
  /**
   * The status of the answer.
   */
  http_status?: number | null;
  /**
   * The method of the request.
   */
  http_method?: string | null;
  /**
   * The address of the request, without its query.
   */
  request_url?: string | null;
  /**
   * The kind of error, where the request failed.
   */
  error_type?: string | null;
  /**
   * The error in words.
   */
  error_message?: string | null;
  /**
   * How long the request took, in milliseconds.
   */
  execution_time_ms?: number | null;
  /**
   * What sent the request, such as a workflow or Fin.
   */
  source_type?: string | null;
  /**
   * The id of what sent the request.
   */
  source_id?: string | null;
  /**
   * The conversation that the request was sent for.
   */
  conversation_id?: string | null;
  /**
   * When the request was sent, in epoch seconds.
   */
  created_at: number | null;
}
