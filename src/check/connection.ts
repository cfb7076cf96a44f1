/** The checks of `check`: the token works, the records that the config names exist, and at least one stream can be read. */
import { ConfigError, SkippedError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import type { Caller, Client } from '../intercom/client.ts';
import { RefusedError } from '../intercom/errors.ts';
import { streamsUnder } from '../streams/dynamic/index.ts';
import type { Permission } from '../streams/permissions.ts';
import { problemsWithNames } from './names.ts';

/** A person waits for the answer, so an unreachable network is reported after seconds. */
const RETRIES = 2;

const silent: Caller = { on: () => undefined, log: () => undefined, signal: new AbortController().signal };

/**
 * Makes the cheapest call of each permission, and looks up the records that the config names. Returns a sentence about missing
 * permissions and streams outside the workspace's plan, undefined when there are none. Throws ConfigError when the token is wrong, no stream can be read or
 * something named is not there, and TransientError when Intercom cannot be reached.
 */
export async function checkConnection(context: Intercom): Promise<string | undefined> {
  await context.client.ask(silent, { method: 'GET', path: '/me', retries: RETRIES });
  const unreadable = await unreadableStreams(context);
  const problems = await problemsWithNames(context, silent, RETRIES);
  if (problems.length > 0) throw new ConfigError(`The config needs a correction: ${problems.join('; ')}.`);
  return unreadable;
}

/** A permission and the names of the streams that need it. */
type Group = readonly [permission: Permission, streams: readonly string[]];

/** A sentence about the streams that cannot be read, and why; undefined where all can be. Throws it where none can be. */
async function unreadableStreams({ client, settings }: Intercom): Promise<string | undefined> {
  const groups = [...Map.groupBy(streamsUnder(settings), ({ permission }) => permission)].map(
    ([permission, its]): Group => [permission, its.map(({ name }) => name)],
  );
  const proofs = await Promise.allSettled(groups.map(([permission]) => refusalOf(client, permission)));
  const reasons = proofs.map((proof) => {
    if (proof.status === 'rejected') throw proof.reason;
    return proof.value;
  });
  const refused = (reason: RefusedError['reason']) => groups.filter((_, index) => reasons[index] === reason);
  const clauses = [lacking(refused('permission')), outsidePlan(refused('plan'))].filter((clause) => clause !== '');
  if (clauses.length === 0) return undefined;
  const text = clauses.join('; ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  if (reasons.every((reason) => reason !== undefined)) throw new ConfigError(sentence);
  return sentence;
}

function lacking(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const named = groups.map(([{ name }, names]) => `"${name}" (for ${names.join(', ')})`).join(' and ');
  return `the access token lacks ${named}: grant it in the app's Authentication settings, or leave these streams out`;
}

function outsidePlan(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const named = groups.flatMap(([, names]) => names).join(', ');
  return `these streams are not included in the workspace's plan: ${named}; no permission of the token helps, so leave them out`;
}

/** Why Intercom refuses the call that proves a permission; undefined where it answers. */
async function refusalOf(client: Client, { proof }: Permission): Promise<RefusedError['reason'] | undefined> {
  try {
    await client.ask(silent, { ...proof, retries: RETRIES });
  } catch (error) {
    if (error instanceof RefusedError) return error.reason;
    if (!(error instanceof SkippedError)) throw error;
  }
  return undefined;
}
