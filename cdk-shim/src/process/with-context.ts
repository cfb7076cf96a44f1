/** Opens and closes a connector's context. */

import type { Connector } from '../connector.ts';
import type { JsonObject, Log } from '../contract.ts';

/** Opens the context for `config`, and closes it after `use`, also after an error. Returns the result of `use`. */
export async function withContext<C, R>(
  source: Connector<C>,
  config: JsonObject,
  { log }: { readonly log: Log },
  use: (context: C) => Promise<R>,
): Promise<R> {
  const context = await source.open(config, log);
  try {
    return await use(context);
  } finally {
    await source.close?.(context);
  }
}
