/** Generated from cdk-shim/schemas/airbyte-message.json by scripts/generate.ts: do not edit. */

/**
 * One line of a source's standard output, in the Airbyte protocol 0.18. Unknown fields are allowed everywhere.
 */
export type AirbyteMessage =
  | RecordMessage
  | StateMessage
  | LogMessage
  | SpecMessage
  | ConnectionStatusMessage
  | CatalogMessage
  | TraceMessage
  | ControlMessage;
/**
 * full_refresh: everything, every time; incremental: what changed since the saved state.
 */
export type SyncMode = 'full_refresh' | 'incremental';
/**
 * A trace of one of four kinds.
 */
export type Trace = ErrorTrace | EstimateTrace | StreamStatusTrace | AnalyticsTrace;

/**
 * One row of a stream.
 */
export interface RecordMessage {
  type: 'RECORD';
  record: Record;
}
/**
 * A row, and the stream it belongs to.
 */
export interface Record {
  /**
   * Name of the stream.
   */
  stream: string;
  /**
   * Namespace of the stream, where the catalog gives one.
   */
  namespace?: string;
  /**
   * The row, in the shape of the stream's JSON schema.
   */
  data: {
    [k: string]: unknown;
  };
  /**
   * When the row was written, in epoch milliseconds.
   */
  emitted_at: number;
  meta?: RecordMeta;
  file_reference?: FileReference;
}
/**
 * What was done to the row on its way.
 */
export interface RecordMeta {
  changes?: RecordChange[];
}
/**
 * One field that is not what the source holds.
 */
export interface RecordChange {
  /**
   * Name of the field.
   */
  field: string;
  /**
   * Whether the value is gone or cut.
   */
  change: 'NULLED' | 'TRUNCATED';
  /**
   * Who changed it, and why.
   */
  reason:
    | 'SOURCE_RECORD_SIZE_LIMITATION'
    | 'SOURCE_FIELD_SIZE_LIMITATION'
    | 'SOURCE_SERIALIZATION_ERROR'
    | 'SOURCE_RETRIEVAL_ERROR'
    | 'PLATFORM_RECORD_SIZE_LIMITATION'
    | 'PLATFORM_FIELD_SIZE_LIMITATION'
    | 'PLATFORM_SERIALIZATION_ERROR'
    | 'DESTINATION_RECORD_SIZE_LIMITATION'
    | 'DESTINATION_FIELD_SIZE_LIMITATION'
    | 'DESTINATION_SERIALIZATION_ERROR'
    | 'DESTINATION_TYPECAST_ERROR';
}
/**
 * A file that travels beside the row.
 */
export interface FileReference {
  /**
   * Absolute path of the file in the staging folder.
   */
  staging_file_url?: string;
  /**
   * Path of the file at the source.
   */
  source_file_relative_path?: string;
  /**
   * Its size in bytes.
   */
  file_size_bytes?: number;
}
/**
 * How far a stream has come; covers every row of it that was written before.
 */
export interface StateMessage {
  type: 'STATE';
  state: State;
}
/**
 * Saved state: of one stream, of all, or in the form from before there were types.
 */
export interface State {
  /**
   * Which of the fields below holds the state. LEGACY where it is missing.
   */
  type?: 'STREAM' | 'GLOBAL' | 'LEGACY';
  stream?: StreamState;
  global?: GlobalState;
  /**
   * The state of a LEGACY message, by stream.
   */
  data?: {
    [k: string]: unknown;
  };
  sourceStats?: StateStats;
  destinationStats?: StateStats;
}
/**
 * What is saved for one stream.
 */
export interface StreamState {
  stream_descriptor: StreamDescriptor;
  stream_state?: StateBlob;
}
/**
 * Which stream is meant.
 */
export interface StreamDescriptor {
  /**
   * Name of the stream.
   */
  name: string;
  /**
   * Its namespace, where it has one.
   */
  namespace?: string;
}
/**
 * What a source saves for itself; the platform does not look into it.
 */
export interface StateBlob {
  [k: string]: unknown;
}
/**
 * What is saved for all streams together.
 */
export interface GlobalState {
  shared_state?: StateBlob;
  stream_states: StreamState[];
}
/**
 * Counts that let the platform notice lost rows.
 */
export interface StateStats {
  /**
   * Rows written since the state before this one; a whole number.
   */
  recordCount?: number;
  /**
   * Rows among them that were refused; a whole number.
   */
  rejectedRecordCount?: number;
}
/**
 * A remark for whoever reads the log of the sync.
 */
export interface LogMessage {
  type: 'LOG';
  log: Log;
}
/**
 * A line of the log.
 */
export interface Log {
  /**
   * How grave it is.
   */
  level: 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE';
  /**
   * The remark.
   */
  message: string;
  /**
   * Where in the code it happened, for an error.
   */
  stack_trace?: string;
}
/**
 * Answers the command spec.
 */
export interface SpecMessage {
  type: 'SPEC';
  spec: ConnectorSpecification;
}
/**
 * What a source needs to know from its user.
 */
export interface ConnectorSpecification {
  /**
   * JSON Schema of the config.
   */
  connectionSpecification: {
    [k: string]: unknown;
  };
  /**
   * Where the user finds help.
   */
  documentationUrl?: string;
  /**
   * Where the user finds what changed.
   */
  changelogUrl?: string;
  /**
   * Outdated: streams say this themselves.
   */
  supportsIncremental?: boolean;
  /**
   * How a platform gets a token by OAuth instead of asking for one.
   */
  advanced_auth?: {
    [k: string]: unknown;
  };
  /**
   * Version of the protocol that the source speaks.
   */
  protocol_version?: string;
}
/**
 * Answers the command check.
 */
export interface ConnectionStatusMessage {
  type: 'CONNECTION_STATUS';
  connectionStatus: ConnectionStatus;
}
/**
 * Whether the source can be read with this config.
 */
export interface ConnectionStatus {
  /**
   * The answer.
   */
  status: 'SUCCEEDED' | 'FAILED';
  /**
   * What stands in the way, and what to do.
   */
  message?: string;
}
/**
 * Answers the command discover.
 */
export interface CatalogMessage {
  type: 'CATALOG';
  catalog: AirbyteCatalog;
}
/**
 * All streams that a source offers.
 */
export interface AirbyteCatalog {
  streams: AirbyteStream[];
}
/**
 * A stream that a source offers.
 */
export interface AirbyteStream {
  /**
   * Its name.
   */
  name: string;
  /**
   * JSON Schema of its rows.
   */
  json_schema: {
    [k: string]: unknown;
  };
  /**
   * At least one.
   *
   * @minItems 1
   */
  supported_sync_modes: [SyncMode, ...SyncMode[]];
  /**
   * True where the source chooses the cursor, and the user cannot.
   */
  source_defined_cursor?: boolean;
  /**
   * Path of the field that tells new rows from old ones.
   */
  default_cursor_field?: string[];
  /**
   * Paths of the fields that together tell one row from another.
   */
  source_defined_primary_key?: string[][];
  /**
   * Its namespace; a source of one workspace has none.
   */
  namespace?: string;
  /**
   * Whether a full refresh that broke off goes on from its state.
   */
  is_resumable?: boolean;
  /**
   * Whether its rows describe files.
   */
  is_file_based?: boolean;
}
/**
 * What happens to the sync, for the platform to act on.
 */
export interface TraceMessage {
  type: 'TRACE';
  trace: Trace;
}
/**
 * Something failed.
 */
export interface ErrorTrace {
  type: 'ERROR';
  /**
   * When the message was written, in epoch milliseconds.
   */
  emitted_at: number;
  error: TraceError;
}
/**
 * What failed, and who can do something about it.
 */
export interface TraceError {
  /**
   * For the user: what happened and what to do.
   */
  message: string;
  /**
   * For developers: the error itself and what caused it.
   */
  internal_message?: string;
  /**
   * Where in the code it happened.
   */
  stack_trace?: string;
  /**
   * config_error: the user must act; transient_error: a later try may work; system_error: a fault in the connector.
   */
  failure_type?: 'system_error' | 'config_error' | 'transient_error';
  stream_descriptor?: StreamDescriptor;
}
/**
 * A guess of how much is to come.
 */
export interface EstimateTrace {
  type: 'ESTIMATE';
  /**
   * When the message was written, in epoch milliseconds.
   */
  emitted_at: number;
  estimate: TraceEstimate;
}
/**
 * A guess for one stream or for the sync, never both in one sync.
 */
export interface TraceEstimate {
  /**
   * Name of the stream.
   */
  name: string;
  /**
   * What is guessed about.
   */
  type: 'STREAM' | 'SYNC';
  /**
   * Namespace of the stream.
   */
  namespace?: string;
  /**
   * Rows to come.
   */
  row_estimate?: number;
  /**
   * Bytes to come.
   */
  byte_estimate?: number;
}
/**
 * How a stream is doing.
 */
export interface StreamStatusTrace {
  type: 'STREAM_STATUS';
  /**
   * When the message was written, in epoch milliseconds.
   */
  emitted_at: number;
  stream_status: TraceStreamStatus;
}
/**
 * The status of one stream, and perhaps why.
 */
export interface TraceStreamStatus {
  stream_descriptor: StreamDescriptor;
  /**
   * STARTED: begun, no row yet; RUNNING: rows come; COMPLETE: all rows are out; INCOMPLETE: it ended early.
   */
  status: 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE';
  /**
   * Looked at where the status is RUNNING and there is exactly one.
   */
  reasons?: StreamStatusReason[];
}
/**
 * Why a stream has its status.
 */
export interface StreamStatusReason {
  /**
   * RATE_LIMITED: it waits for quota.
   */
  type: 'RATE_LIMITED';
  /**
   * More about the wait.
   */
  rate_limited?: {
    /**
     * When quota comes back, in epoch milliseconds.
     */
    quota_reset?: number;
  };
}
/**
 * A remark about how the connector is used.
 */
export interface AnalyticsTrace {
  type: 'ANALYTICS';
  /**
   * When the message was written, in epoch milliseconds.
   */
  emitted_at: number;
  analytics: TraceAnalytics;
}
/**
 * A named event.
 */
export interface TraceAnalytics {
  /**
   * A fixed name.
   */
  type: string;
  /**
   * Anything about the event, as text.
   */
  value?: string;
}
/**
 * Asks the platform to keep a changed config.
 */
export interface ControlMessage {
  type: 'CONTROL';
  control: Control;
}
/**
 * A wish of the connector.
 */
export interface Control {
  type: 'CONNECTOR_CONFIG';
  /**
   * When the message was written, in epoch milliseconds.
   */
  emitted_at: number;
  /**
   * The config to keep.
   */
  connectorConfig?: {
    /**
     * The whole config, as the spec describes it.
     */
    config: {
      [k: string]: unknown;
    };
  };
}
