/** One call to Intercom's API, before host, token and headers. */

import type { JsonObject } from '@airbyte-ts/cdk-shim';

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Path below the base URL, with ids filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: JsonObject;
  /** How often to ask again after a TransientError: 0 where that could skip something, as in a scroll. A 429 is always waited out. */
  readonly retries?: number | undefined;
  /** Takes the body of a good answer, which is a file and no JSON. It is called anew each time the call is made again. */
  readonly save?: (body: AsyncIterable<Buffer>) => Promise<void>;
}
