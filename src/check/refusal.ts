/** Whether Intercom lets the token make the call that proves a permission. */
import { SkippedError } from '@airbyte-ts/cdk-shim';
import type { Caller, Client } from '../intercom/client.ts';
import { RefusedError } from '../intercom/errors.ts';
import type { Permission } from '../streams/permissions.ts';

/** Outside of a sync nobody counts calls or stops them. */
export const silent: Caller = { on: () => undefined, log: () => undefined, signal: new AbortController().signal };

/**
 * Why Intercom refuses the call that proves a permission; undefined where it answers. An endpoint that does not exist is
 * not in the plan, or not in the region. Throws any other error.
 */
export async function refusalOf(
  client: Client,
  { proof, asksForNothing }: Permission,
  retries: number,
): Promise<RefusedError['reason'] | undefined> {
  if (!proof) return undefined;
  try {
    await client.ask(silent, { ...proof, retries });
  } catch (error) {
    if (error instanceof RefusedError) return error.reason;
    if (!(error instanceof SkippedError)) throw error;
    return asksForNothing ? undefined : 'plan';
  }
  return undefined;
}
