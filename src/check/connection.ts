/** The checks of `check`: the token works, the records that the config names exist, and at least one stream can be read. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import { problemsWithNames } from './names.ts';
import { type Proof, proofsOf } from './proofs.ts';
import { silent } from './refusal.ts';

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

/** A sentence about the streams that cannot be read, and why; undefined where all can be. Throws it where none can be. */
async function unreadableStreams(context: Intercom): Promise<string | undefined> {
  const proofs = await proofsOf(context, RETRIES);
  const refused = (reason: Proof['refusal']) => proofs.filter(({ refusal }) => refusal === reason);
  const clauses = [
    lacking(refused('permission')),
    outsidePlan(refused('plan')),
    inNoVersion(refused('version')),
  ].filter((clause) => clause !== '');
  if (clauses.length === 0) return undefined;
  const text = clauses.join('; ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  if (proofs.every(({ refusal }) => refusal !== undefined)) throw new ConfigError(sentence);
  return sentence;
}

function lacking(proofs: readonly Proof[]): string {
  if (proofs.length === 0) return '';
  const byName = Map.groupBy(proofs, ({ permission }) => permission.name);
  const named = [...byName]
    .map(([name, its]) => `"${name}" (for ${its.flatMap(({ names }) => names).join(', ')})`)
    .join(' and ');
  const besides = proofs
    .map(({ permission: { name, withoutIt } }) => (withoutIt ? `; without "${name}" ${withoutIt}` : ''))
    .join('');
  return `the access token lacks ${named}: grant it in the app's Authentication settings, or leave these streams out${besides}`;
}

function outsidePlan(proofs: readonly Proof[]): string {
  if (proofs.length === 0) return '';
  const named = proofs.flatMap(({ names }) => names).join(', ');
  return `these streams are not included in the workspace's plan or region: ${named}; no permission of the token helps, so leave them out`;
}

function inNoVersion(proofs: readonly Proof[]): string {
  if (proofs.length === 0) return '';
  const named = proofs.flatMap(({ names }) => names).join(', ');
  return `the Preview of Intercom's API is not open to the app, and no other version has these streams: ${named}; leave them out, or switch "preview" off`;
}
