/** The sink of a sync: it writes the messages of one protocol (Airbyte or Singer) to one output. */
import type { JsonObject, Log, Row, RunEvent } from '../contract.ts';

export type StreamStatus = 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE';

/** What a stream is told of; how many items of its scans were read; and how many rows are about to come. */
export type SinkEvent = RunEvent | { readonly type: 'items' | 'rows'; readonly count: number };

export interface Sink {
  /** Queues one row. Synchronous: wait for `ready` between batches. Returns whether the sink replaced text that cannot be stored. */
  readonly record: (stream: string, row: Row) => boolean;
  /** `recordCount`: the exact number of the stream's rows since its previous state. Returns the size of the state in characters. */
  readonly state: (stream: string, state: JsonObject, recordCount: number) => number;
  readonly status: (stream: string, status: StreamStatus) => void;
  /** The stream waits for quota until `untilMs` (epoch milliseconds). */
  readonly rateLimited: (stream: string, untilMs: number) => void;
  /** `error` ended `stream`, or the whole sync if no stream is named. */
  readonly failure: (error: unknown, stream?: string) => void;
  /** Something happened for the stream that a person may want to see. */
  readonly event?: (stream: string, event: SinkEvent) => void;
  readonly log: Log;
  /** Resolves when the reader of the output has caught up (backpressure). */
  readonly ready: () => Promise<void>;
}
