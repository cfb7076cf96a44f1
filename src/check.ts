/** What `check` proves: that the token works, and which streams it can read. */
import { ConfigError, endsSync } from '@airbyte-ts/cdk-shim';
import type { Caller } from './intercom/client.ts';
import type { Intercom } from './intercom/intercom.ts';
import { streams } from './streams/index.ts';
import type { Permission } from './streams/permissions.ts';

/** A person waits for the answer, so a network that is down is said after seconds. */
const RETRIES = 2;

const silent: Caller = { called: () => undefined, waits: () => undefined, log: () => undefined };

/**
 * Makes the cheapest call of each permission. Returns a sentence about what is missing, undefined when nothing is.
 * Throws ConfigError when the token is wrong or no stream can be read, and TransientError when Intercom cannot be reached.
 */
export async function checkPermissions({ client }: Intercom): Promise<string | undefined> {
  await client.ask(silent, { method: 'GET', path: '/me', retries: RETRIES });
  const byPermission = Map.groupBy(streams, (stream) => stream.permission);
  const missing: Permission[] = [];
  for (const permission of byPermission.keys()) {
    await client.ask(silent, { ...permission.proof, retries: RETRIES }).catch((error: unknown) => {
      if (!(error instanceof ConfigError) || endsSync(error)) throw error;
      missing.push(permission);
    });
  }
  if (missing.length === 0) return undefined;
  const named = missing.map((permission) => {
    const names = byPermission.get(permission)?.map((stream) => stream.name) ?? [];
    return `"${permission.name}" (for ${names.join(', ')})`;
  });
  const sentence = `The access token lacks ${named.join(' and ')}: grant it in the app's Authentication settings, or leave these streams out.`;
  if (missing.length === byPermission.size) throw new ConfigError(sentence);
  return sentence;
}
