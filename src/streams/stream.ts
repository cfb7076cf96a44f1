/** What a stream of this connector states beside what the engine needs, and how rows are made of records that may be gone. */
import type { Row, Rows, Stream } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';
import type { Settings } from '../config/settings.ts';
import { isTombstone, type Tombstone } from '../scans/tombstone.ts';
import type { Permission } from './permissions.ts';

export interface IntercomStream<T> extends Stream<T | Tombstone, Intercom> {
  /** The name of the report that people know the rows from. */
  readonly report?: string;
  /** The stream whose columns this one has as well; its own schema says what is more. */
  readonly columnsOf?: string;
  /** Whether the config brings the stream about; absent where it is there in any case. */
  offered?(settings: Settings): boolean;
  /** The calls that make the rows: first that of the walk, then what is asked for beside it. */
  readonly endpoints: readonly string[];
  /** What the access token must be allowed to do. */
  readonly permission: Permission;
  /** What the stream costs in calls, in words that go on after "Calls:". */
  readonly cost: string;
  /** Intercom's page about where the rows come from. */
  readonly docs: string;
}

/** The rows of a stream that is its walk: each record as Intercom gives it, and each that is gone where that is asked for. */
export function asItIs(record: object, { context }: IntercomRun): readonly Row[] {
  return isTombstone(record) && !context.settings.emitDeletions ? [] : [record as Row];
}

/** The rows that hang on a record; one that is gone has none. */
export function ofExisting<T, R extends Rows>(
  rows: (record: T, run: IntercomRun) => R,
): (record: T | Tombstone, run: IntercomRun) => R | readonly Row[] {
  return (record, run) => (isTombstone(record) ? [] : rows(record, run));
}
