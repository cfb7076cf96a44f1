/** What `check` proves: that the token works, that what the config names is there, and which streams can be read. */
import { ConfigError, endsSync, SkippedError } from '@airbyte-ts/cdk-shim';
import { problemsWithNames } from './check-names.ts';
import type { Caller } from './intercom/client.ts';
import type { Intercom } from './intercom/intercom.ts';
import { streams } from './streams/index.ts';
import type { Permission } from './streams/permissions.ts';

/** A person waits for the answer, so a network that is down is said after seconds. */
const RETRIES = 2;

const silent: Caller = {
  called: () => undefined,
  waits: () => undefined,
  log: () => undefined,
  note: () => undefined,
};

/**
 * Makes the cheapest call of each permission, and looks up what the config names. Returns a sentence about missing
 * permissions, undefined when there are none. Throws ConfigError when the token is wrong, no stream can be read or
 * something named is not there, and TransientError when Intercom cannot be reached.
 */
export async function checkConnection(context: Intercom): Promise<string | undefined> {
  await context.client.ask(silent, { method: 'GET', path: '/me', retries: RETRIES });
  const missing = await missingPermissions(context);
  const problems = await problemsWithNames(context, silent, RETRIES);
  if (problems.length > 0) throw new ConfigError(`The config needs a correction: ${problems.join('; ')}.`);
  return missing;
}

async function missingPermissions({ client, settings }: Intercom): Promise<string | undefined> {
  const offered = streams.filter((stream) => stream.offered?.(settings) ?? true);
  const byPermission = Map.groupBy(offered, (stream) => stream.permission);
  const missing: Permission[] = [];
  for (const permission of byPermission.keys()) {
    await client.ask(silent, { ...permission.proof, retries: RETRIES }).catch((error: unknown) => {
      if (error instanceof SkippedError) return;
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
