/** The contract between the engine and a connector: which resource is scanned, which rows are made of it, and which state is saved. */

/** A JSON object, as it is read from a body or written to a line. */
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
  /** The API counts so many records in the resource that is scanned. */
  | { readonly type: 'total'; readonly count: number }
  /** `count` records or values did not come, or could not be compared. An explained difference does not fail the sync. */
  | { readonly type: 'note'; readonly reason: string; readonly count: number }
  /** Calls wait for quota until `untilMs` (epoch milliseconds). */
  | { readonly type: 'wait'; readonly untilMs: number };

/** What a scan and the rows of a stream are given for one sync. `C` is the connector's own context: its client and settings. */
export interface Run<C> {
  readonly context: C;
  /** Aborted when the sync ends early: calls, waits and retries MUST end with it. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly on: (event: RunEvent) => void;
  /**
   * The facts that another scan of this sync has found, once that scan is over, however it ended; undefined where the sync
   * does not run it. Two scans MUST NOT wait for each other.
   */
  readonly factsOf: <T, F>(scan: Scan<T, C, F>) => Promise<F> | undefined;
}

/**
 * How an item ended for one stream. `known`: the stream did not need it. `emitted`: its rows are written. `gone`: the API
 * no longer gave it when its rows were asked for. `incomplete`: some of its rows did not come. `doubtful`: the API counts
 * more rows than it shows, and said so twice.
 */
export type Outcome = 'known' | 'emitted' | 'gone' | 'incomplete' | 'doubtful';

export interface Checkpoint {
  /** Covers settled items only. MUST NOT change afterwards. */
  readonly state: JsonObject;
  /** How far the state covers the scan, in the scan's own unit. MUST NOT go back within a sync. Undefined: the state has no such mark. */
  readonly watermark?: number;
}

/** How far one stream has come in one scan. */
export interface Cursor<in T> {
  /** Whether the stream still needs the item. Changes nothing. */
  readonly needs: (item: T) => boolean;
  /** Is told how each item of a batch ended. The next sync MUST ask again for an item that is gone, incomplete or doubtful. */
  readonly settle: (item: T, outcome: Outcome) => void;
  /** The state so far. Undefined: there is nothing to save here. */
  readonly checkpoint: () => Checkpoint | undefined;
}

/** One stream, as a scan sees it. */
export interface StreamFacts {
  readonly name: string;
  readonly mode: SyncMode;
  /** Whether the stream has its rows from another scan, and needs only the changes of this one. */
  readonly changesOnly: boolean;
}

/** One pass over a resource, for all streams that read it. It owns their cursors. */
export interface Session<T, F = undefined> {
  /** Makes the stream's cursor of its saved state. Throws ConfigError where that state cannot be understood. */
  readonly join: (stream: StreamFacts, saved: JsonObject | undefined) => Cursor<T>;
  /** The stream failed: nothing needs to be read for it any more. */
  readonly leave: (stream: StreamFacts) => void;
  /** Yields at least the items that one of the cursors needs. The engine saves states between two batches, and at the end. */
  readonly batches: () => AsyncIterable<readonly T[]>;
  /** What other scans, and the rows, may want to know. */
  readonly facts: F;
}

/** One resource, enumerated once per sync for every configured stream that reads it. */
export interface Scan<T, C, F = undefined> {
  readonly name: string;
  readonly begin: (run: Run<C>) => Session<T, F>;
}

/**
 * The rows of one item: at once; as a promise where they must be asked for; or one after the other where they are too
 * many for memory. SkippedError says that the item is gone; IncompleteError, after the rows that came, that some did not come.
 */
export type Rows = readonly Row[] | Promise<readonly Row[]> | AsyncIterable<Row>;

export interface SourceOptions<C> {
  /** Whether the source is read under this config and in this mode. Default: always. */
  readonly when?: (context: C, mode: SyncMode) => boolean;
  /** Whether the stream needs only the changes of the scan, and is no reason to run it. Default: false. */
  readonly changesOnly?: boolean;
}

/** A scan, and the rows made of its items. The type of the items is known only to `source`, which pairs the two. */
export interface Source<C> extends SourceOptions<C> {
  readonly scan: Scan<unknown, C, unknown>;
  readonly rows: (item: unknown, run: Run<C>, facts: unknown) => Rows;
}

/** Pairs a scan with the rows of its items; rows of another item are a type error. */
export function source<T, C, F>(
  scan: Scan<T, C, F>,
  rows: (item: NoInfer<T>, run: Run<C>, facts: NoInfer<F>) => Rows,
  options: SourceOptions<C> = {},
): Source<C> {
  return { ...options, scan, rows } as Source<C>;
}

/** Rows under a name. */
export interface Stream<C> {
  /** The name of the stream and of its schema: schemas/<name>.json. */
  readonly name: string;
  /** One for each scan that brings rows. The state of a second one is saved under the name of its scan. */
  readonly sources: readonly Source<C>[];
  readonly primaryKey: readonly string[];
  readonly cursorField?: string;
}
