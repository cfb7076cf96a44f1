/** Where a sync goes: one codec of a protocol (Airbyte, Singer) over one output. */
import type { JsonObject, Log, Row } from '../contract.ts';

export type StreamStatus = 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE';

export interface Sink {
  /** Queues one row. Cheap and synchronous; wait for `ready` between batches. Returns whether text in it had to be replaced, so that readers can hold it. */
  readonly record: (stream: string, row: Row) => boolean;
  /** `recordCount`: the exact number of the stream's rows since its state before this one. Returns how many characters the state takes. */
  readonly state: (stream: string, state: JsonObject, recordCount: number) => number;
  readonly status: (stream: string, status: StreamStatus) => void;
  /** The stream waits for quota until `untilMs` (epoch milliseconds). */
  readonly rateLimited: (stream: string, untilMs: number) => void;
  /** `error` ended `stream`, or the whole sync where no stream is named. */
  readonly failure: (error: unknown, stream?: string) => void;
  readonly log: Log;
  /** Resolves once the reader of the output keeps up: backpressure. */
  readonly ready: () => Promise<void>;
}
