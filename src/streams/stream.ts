/** What a stream of this connector states beside what the engine needs. */
import type { Stream } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../intercom/intercom.ts';
import type { Permission } from './permissions.ts';

export interface IntercomStream<T> extends Stream<T, Intercom> {
  /** What the access token must be allowed to do. */
  readonly permission: Permission;
  /** What the stream costs in calls, in words that go on after "Calls:". */
  readonly cost: string;
  /** Intercom's page about where the rows come from. */
  readonly docs: string;
}

/** The rows of a stream that is its walk: each record as Intercom gives it. */
export function asItIs<T>(record: T): readonly T[] {
  return [record];
}
