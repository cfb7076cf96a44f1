/** Says which streams an access token may read, and what the others lack. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import { proofsOf } from '../check/proofs.ts';
import type { Intercom } from '../config/context.ts';

/** Lines for a person. Throws ConfigError where the token may read nothing. */
export async function readingOf(context: Intercom): Promise<readonly string[]> {
  const proofs = await proofsOf(context, 2);
  const refused = proofs.filter(({ refusal }) => refusal !== undefined);
  if (refused.length === proofs.length) {
    throw new ConfigError(
      'The access token may read no stream: give the app permissions in its Authentication settings in the Developer Hub, and run init again. No config was written.',
    );
  }
  const count = (of: typeof proofs) => of.reduce((sum, { names }) => sum + names.length, 0);
  const [all, lacking] = [count(proofs), count(refused)];
  if (lacking === 0) return [`The token may read all of the ${all} streams that need a permission.`];
  const byLack = Map.groupBy(refused, ({ permission, refusal }) =>
    refusal === 'permission' ? `needs "${permission.name}"` : "not in the workspace's plan or region",
  );
  const lines = [...byLack].map(([lack, its]) => `  ${lack}: ${its.flatMap(({ names }) => names).join(', ')}`);
  return [
    `The token may read ${all - lacking} of the ${all} streams that need a permission. The others:`,
    ...lines,
    "Permissions are given in the app's Authentication settings in the Developer Hub; without them, leave these streams out.",
  ];
}
