/** One call to Intercom's API, before host, token and headers. */

import type { JsonObject } from '@airbyte-ts/cdk-shim';

export interface Call<A = JsonObject> {
  readonly method: 'GET' | 'POST';
  /** Path below the base URL, with ids filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: JsonObject;
  /** The version of the API that has the call, where it is not the one that this connector reads. */
  readonly version?: 'Preview';
  /** How often to ask again after a TransientError: 0 where that could skip something, as in a scroll. A 429 is always waited out. */
  readonly retries?: number | undefined;
  /** Whether a body, or the text where it was not JSON, is a good answer. Default: a JSON object is. */
  readonly isAnswer?: (body: unknown) => body is A;
  /** Takes the body of a good answer, which is a file and no JSON. It is called anew each time the call is made again. */
  readonly save?: (body: AsyncIterable<Buffer>) => Promise<void>;
}
