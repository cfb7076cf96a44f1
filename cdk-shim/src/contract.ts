/** The contract between the engine and a connector: what is walked, which rows it makes, what is saved. */

/** A JSON object, as it is read from a body or written to a line. */
export type JsonObject = { readonly [key: string]: unknown };

/** One row of a stream: what becomes the `data` of a RECORD. */
export type Row = JsonObject;

export type SyncMode = 'full_refresh' | 'incremental';

export type LogLevel = 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE';

export type Log = (level: LogLevel, message: string) => void;

/** What a walk and the rows of a stream are given for one sync. `C` is the connector's own context: its client and settings. */
export interface Run<C> {
  readonly context: C;
  readonly log: Log;
  /** Says that one call was made to the API, so that the sync can report what it cost. */
  called(): void;
  /** Says how many there are by the API's own count of what was walked, so that the sync can hold it against what came. */
  exists(count: number): void;
  /** Says that `count` things did not come, or could not be compared, and why: what is explained is no failure. */
  note(why: string, count: number): void;
  /** Says that calls wait for quota until `resetMs` (epoch milliseconds), so that the platform can show it. */
  waits(resetMs: number): void;
}

/**
 * How an item ended for one stream. `known`: the stream did not need it. `emitted`: its rows are written. `gone`: the API
 * no longer gave it when its rows were asked for. `incomplete`: some of its rows did not come. `doubtful`: the API counts
 * more rows than it shows, and said so twice.
 */
export type Outcome = 'known' | 'emitted' | 'gone' | 'incomplete' | 'doubtful';

/** One stream's place in a walk, made from its saved state: what it still needs, and what to save. */
export interface Place<T> {
  /** Whether the stream still needs the item. Changes nothing. */
  needs(item: T): boolean;
  /** Hears how each item of a batch ended. An item that is gone, incomplete or doubtful stays owed: the next sync asks again. */
  settle(item: T, outcome: Outcome): void;
  /** The state that covers everything settled so far. Undefined: no checkpoint here. */
  checkpoint(): JsonObject | undefined;
}

/** What a walk must know about a stream to make its place. */
export interface PlaceOptions<C> {
  readonly stream: string;
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  readonly context: C;
  /** Whether the stream has its rows from another walk, and needs of this one only what changes. */
  readonly changesOnly: boolean;
}

/** One resource, enumerated once per sync for every configured stream that hangs on it. */
export interface Walk<T, C> {
  readonly name: string;
  /** Walks that come first where they are part of the sync, since this one uses what they found. */
  readonly after?: readonly Walk<unknown, C>[];
  /** Makes a stream's place. Throws ConfigError when the saved state cannot be understood. */
  place(options: PlaceOptions<C>): Place<T>;
  /**
   * Yields at least what one of `places` needs. Checkpoints are taken between two batches, and once more at the end.
   * The places were all made by this walk; one that has left (its stream failed) is no longer in the set.
   */
  batches(run: Run<C>, places: ReadonlySet<Place<T>>): AsyncIterable<readonly T[]>;
}

/**
 * The rows of one item: at once, as a promise where they must be asked for, or one after the other where they are too
 * many for memory. SkippedError says that the item is gone; IncompleteError, after the rows that came, that some did not come.
 */
export type Rows = readonly Row[] | Promise<readonly Row[]> | AsyncIterable<Row>;

/** Which rows to make of each thing walked. */
export interface View<T, C> {
  readonly walk: Walk<T, C>;
  rows(item: T, run: Run<C>): Rows;
}

/** A second view of a stream. */
export interface SecondView<C> extends View<unknown, C> {
  /** Whether the walk brings only changes here, and is not run for this stream alone. Default: false. */
  readonly changesOnly?: boolean;
}

/** A view over a walk, under a name. */
export interface Stream<T, C> extends View<T, C> {
  /** The stream's name, and that of its schema: schemas/<name>.json. */
  readonly name: string;
  /** A second walk that brings rows, where a stream hangs on two: what it has to save stands in the state under the walk's name. */
  beside?(context: C): SecondView<C> | undefined;
  readonly primaryKey: readonly string[];
  readonly cursorField?: string;
}

export type StreamStatus = 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE';

/** Where a sync goes: one codec of a protocol (Airbyte, Singer) over one output. */
export interface Sink {
  /** Queues one row. Cheap and synchronous; call `ready` between batches. Says whether text in it had to be replaced, so that readers can hold it. */
  record(stream: string, row: Row): boolean;
  /** `recordCount`: rows of this stream since its state before this one, exactly. */
  state(stream: string, state: JsonObject, recordCount: number): void;
  status(stream: string, status: StreamStatus): void;
  /** The stream waits for quota until `resetMs` (epoch milliseconds). */
  rateLimited(stream: string, resetMs: number): void;
  /** `error` ended `stream`, or the whole sync where no stream is named. */
  failure(error: unknown, stream?: string): void;
  log: Log;
  /** Resolves once the reader of our output keeps up: backpressure. */
  ready(): Promise<void>;
}
