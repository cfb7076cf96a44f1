/** A scan of this connector, and what follows from it for the streams that read it. */
import type { Scan } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import type { Tombstone } from './tombstone.ts';

export interface Resource<T, F = undefined> extends Scan<T, Intercom, F> {
  /** The call that enumerates it, such as "GET /tags". */
  readonly endpoint: string;
  /** The calls that the enumeration makes beside it. Default: none. */
  readonly asks?: readonly string[];
  /** The calls of a scan, in words that go on after "Calls:". */
  readonly cost: string;
  /** The field of a record that a cursor follows. Undefined: the resource is read whole every time. */
  readonly cursorField?: string;
}

/** A resource whose records other rows hang on. */
export interface Parent<T, F = undefined> extends Resource<T | Tombstone, F> {
  /** One record in a word, such as "contact". */
  readonly object: string;
}
