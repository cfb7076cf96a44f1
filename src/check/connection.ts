/** The checks of `check`: the token works, the records that the config names exist, and at least one stream can be read. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import type { RefusedError } from '../intercom/errors.ts';
import { streamsUnder } from '../streams/index.ts';
import type { Permission } from '../streams/permissions.ts';
import { problemsWithNames } from './names.ts';
import { refusalOf, silent } from './refusal.ts';

/** A person waits for the answer, so an unreachable network is reported after seconds. */
const RETRIES = 2;

/**
 * Makes the cheapest call of each permission, and looks up the records that the config names. Returns a sentence about missing
 * permissions and streams outside the workspace's plan or region, undefined when there are none. Throws ConfigError when the token is wrong, no
 * stream can be read or something named is not there, and TransientError when Intercom cannot be reached.
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
  // What every token may read says nothing about the token.
  const offered = streamsUnder(settings).filter((stream) => stream.permission.proof);
  const groups = [...Map.groupBy(offered, ({ permission }) => permission)].map(
    ([permission, its]): Group => [permission, its.map(({ name }) => name)],
  );
  const proofs = await Promise.allSettled(groups.map(([permission]) => refusalOf(client, permission, RETRIES)));
  const reasons = proofs.map((proof) => {
    if (proof.status === 'rejected') throw proof.reason;
    return proof.value;
  });
  const refused = (reason: RefusedError['reason']) => groups.filter((_, index) => reasons[index] === reason);
  const clauses = [
    lacking(refused('permission')),
    outsidePlan(refused('plan')),
    inNoVersion(refused('version')),
  ].filter((clause) => clause !== '');
  if (clauses.length === 0) return undefined;
  const text = clauses.join('; ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  if (reasons.every((reason) => reason !== undefined)) throw new ConfigError(sentence);
  return sentence;
}

function lacking(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const byName = Map.groupBy(groups, ([{ name }]) => name);
  const named = [...byName]
    .map(([name, its]) => `"${name}" (for ${its.flatMap(([, names]) => names).join(', ')})`)
    .join(' and ');
  return `the access token lacks ${named}: grant it in the app's Authentication settings, or leave these streams out`;
}

function outsidePlan(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const named = groups.flatMap(([, names]) => names).join(', ');
  return `these streams are not included in the workspace's plan or region: ${named}; no permission of the token helps, so leave them out`;
}

function inNoVersion(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const named = groups.flatMap(([, names]) => names).join(', ');
  return `the Preview of Intercom's API is not open to the app, and no other version has these streams: ${named}; leave them out, or switch "preview" off`;
}
