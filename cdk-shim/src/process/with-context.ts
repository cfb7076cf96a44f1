/** A connector's context for as long as it is used. */

import type { Connector } from '../connector.ts';
import type { JsonObject, Log } from '../contract.ts';

/** Opens the context of `config`, and closes it after `use`, also after an error. */
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
