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
  /** Says that something that exists did not come, and nothing explains it: the stream goes on to its end, and is then INCOMPLETE. */
  short(what: string): void;
  /** Says that calls wait for quota until `resetMs` (epoch milliseconds), so that the platform can show it. */
  waits(resetMs: number): void;
}

/** One stream's place in a walk, made from its saved state: what it still lacks, and what to save. */
export interface Place<T> {
  /** Whether the stream takes this item now: it lacks it, and its phase has come. Remembers what it took. */
  takes(item: T): boolean;
  /** The state to save once everything taken so far is out. Undefined: no checkpoint here. */
  checkpoint(): JsonObject | undefined;
}

/** One resource, enumerated once per sync for every configured stream that hangs on it. */
export interface Walk<T, C> {
  readonly name: string;
  /** Walks that come first where they are part of the sync, since this one uses what they found. */
  readonly after?: readonly Walk<unknown, C>[];
  /** The place of a stream with this name and saved state. Throws ConfigError when that state cannot be understood. */
  place(state: JsonObject | undefined, mode: SyncMode, context: C, stream: string): Place<T>;
  /**
   * Yields at least what one of `places` lacks. Checkpoints are taken between two batches, and once more at the end.
   * The places were all made by this walk; one that has left (its stream failed) is no longer in the set.
   */
  batches(run: Run<C>, places: ReadonlySet<Place<T>>): AsyncIterable<readonly T[]>;
}

/** Which rows to make of each thing walked. */
export interface View<T, C> {
  readonly walk: Walk<T, C>;
  /** The rows of one item; a promise where they must be asked for. Throws SkippedError when the item is gone meanwhile. */
  rows(item: T, run: Run<C>): readonly Row[] | Promise<readonly Row[]>;
}

/** A view over a walk, under a name. */
export interface Stream<T, C> extends View<T, C> {
  /** The stream's name, and that of its schema: schemas/<name>.json. */
  readonly name: string;
  /** A second walk that brings rows, where a stream hangs on two: what it has to save stands in the state under the walk's name. */
  beside?(context: C): View<unknown, C> | undefined;
  readonly primaryKey: readonly string[];
  readonly cursorField?: string;
}

export type StreamStatus = 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE';

/** Where a sync goes: one codec of a protocol (Airbyte, Singer) over one output. */
export interface Sink {
  /** Queues one row. Cheap and synchronous; call `ready` between batches. */
  record(stream: string, row: Row): void;
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
