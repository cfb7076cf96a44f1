/** The contract between the engine and a connector: the resources to scan, the rows made from them, and the state to save. */

/** A JSON object, read from a response body or written to a line. */
export type JsonObject = { readonly [key: string]: unknown };

/** One row of a stream: the `data` of a RECORD. */
export type Row = JsonObject;

export type SyncMode = 'full_refresh' | 'incremental';

export type LogLevel = 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE';

export type Log = (level: LogLevel, message: string) => void;

/** One event of a sync, for its report. */
export type RunEvent =
  /** One call was made to the API. */
  | { readonly type: 'call' }
  /** The API counts `count` records in the scanned resource. */
  | { readonly type: 'total'; readonly count: number }
  /** The scan is about to read `count` records more, as far as the API says so beforehand. */
  | { readonly type: 'estimate'; readonly count: number }
  /** `count` records or values did not come, or could not be compared. An explained difference does not fail the sync. */
  | { readonly type: 'note'; readonly reason: string; readonly count: number }
  /** Calls wait for quota until `untilMs` (epoch milliseconds). */
  | { readonly type: 'wait'; readonly untilMs: number }
  /** A call failed because of `reason`, and is made again in `delayMs` (milliseconds), for the time `attempt` (from 1). */
  | { readonly type: 'retry'; readonly attempt: number; readonly delayMs: number; readonly reason: string };

/** The tools that the engine gives to a scan and to the rows of a stream for one sync. `C`: the connector's client and settings. */
export interface Run<C> {
  readonly context: C;
  /** Aborted when the sync ends early: calls, waits and retries MUST end with it. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly on: (event: RunEvent) => void;
  /**
   * Resolves to the facts of another scan when that scan ends, with or without success. Undefined if the sync does not run
   * that scan. Two scans MUST NOT wait for each other.
   */
  readonly factsOf: <T, F>(scan: Scan<T, C, F>) => Promise<F> | undefined;
}

/**
 * The result of an item for one stream. `known`: the stream did not need it. `emitted`: its rows are written. `gone`: the API
 * no longer had it when its rows were requested. `incomplete`: some of its rows did not come. `doubtful`: the API twice
 * counted more rows than it returned.
 */
export type Outcome = 'known' | 'emitted' | 'gone' | 'incomplete' | 'doubtful';

export interface Checkpoint {
  /** Covers settled items only. This object MUST NOT change later. */
  readonly state: JsonObject;
  /** How far the state covers the scan, in the scan's own unit. MUST NOT decrease within a sync. Undefined: the state has no watermark. */
  readonly watermark?: number;
}

/** The position of one stream in one scan. */
export interface Cursor<in T> {
  /** Returns whether the stream still needs the item. Has no side effects. */
  readonly needs: (item: T) => boolean;
  /** Is told the result of each item of a batch. The next sync MUST request a gone, incomplete or doubtful item again. */
  readonly settle: (item: T, outcome: Outcome) => void;
  /** Returns the state so far, or undefined if the cursor has nothing to save. */
  readonly checkpoint: () => Checkpoint | undefined;
  /** Whether the state must be written after this batch, however large it is. Default: false. */
  readonly isUrgent?: boolean;
}

/** One stream, as a scan sees it. */
export interface StreamFacts {
  readonly name: string;
  readonly mode: SyncMode;
  /** Whether the stream gets its rows from another scan, and only the changes from this scan. */
  readonly changesOnly: boolean;
}

/** One run of a scan, for all streams that read its resource. The session owns their cursors. */
export interface Session<T, F = undefined> {
  /** Returns the stream's cursor, made from its saved state. Throws ConfigError if that state cannot be understood. */
  readonly join: (stream: StreamFacts, saved: JsonObject | undefined) => Cursor<T>;
  /** The engine calls this when the stream has failed: the scan no longer reads anything for it. */
  readonly leave: (stream: StreamFacts) => void;
  /** Yields at least the items that any cursor needs. The engine saves states between two batches, and at the end. */
  readonly batches: () => AsyncIterable<readonly T[]>;
  /** Facts for other scans and for the rows. */
  readonly facts: F;
}

/** One enumeration of a resource, run once per sync for all configured streams that read the resource. */
export interface Scan<T, C, F = undefined> {
  readonly name: string;
  readonly begin: (run: Run<C>) => Session<T, F>;
}

/**
 * The rows of one item: a list; a promise if the rows need a request; or an iterable if the rows do not fit into memory.
 * SkippedError means that the item is gone. IncompleteError, thrown after the rows that came, means that some did not come.
 */
export type Rows = readonly Row[] | Promise<readonly Row[]> | AsyncIterable<Row>;

export interface SourceOptions<C> {
  /** Returns whether the stream reads the source with this config and in this mode. Default: always. */
  readonly when?: (context: C, mode: SyncMode) => boolean;
  /** Whether the stream needs only the changes of the scan. The engine does not run a scan for such a stream alone. Default: false. */
  readonly changesOnly?: boolean;
}

/** A scan, and the rows made from its items. Only the function `source` knows the type of the items. */
export interface Source<C> extends SourceOptions<C> {
  readonly scan: Scan<unknown, C, unknown>;
  readonly rows: (item: unknown, run: Run<C>, facts: unknown) => Rows;
}

/** Returns the pair of a scan and the rows of its items. Rows of another item type are a type error. */
export function source<T, C, F>(
  scan: Scan<T, C, F>,
  rows: (item: NoInfer<T>, run: Run<C>, facts: NoInfer<F>) => Rows,
  options: SourceOptions<C> = {},
): Source<C> {
  return { ...options, scan, rows } as Source<C>;
}

/** A named set of rows. */
export interface Stream<C> {
  /** The name of the stream and of its schema: schemas/<name>.json. */
  readonly name: string;
  /** One source for each scan that gives rows. The state of a later source is saved under the name of its scan. */
  readonly sources: readonly Source<C>[];
  readonly primaryKey: readonly string[];
  readonly cursorField?: string;
}
