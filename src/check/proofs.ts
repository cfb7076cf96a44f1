/** Which permissions the token has, and which streams need each. */
import type { Intercom } from '../config/context.ts';
import type { RefusedError } from '../intercom/errors.ts';
import { streamsUnder } from '../streams/index.ts';
import type { Permission } from '../streams/permissions.ts';
import { refusalOf } from './refusal.ts';

export interface Proof {
  readonly permission: Permission;
  /** The streams that need the permission. */
  readonly names: readonly string[];
  /** Why they cannot be read; undefined where they can. */
  readonly refusal: RefusedError['reason'] | undefined;
}

/** Makes the cheapest call of each permission. What every token may read is left out: it says nothing about the token. */
export async function proofsOf({ client, settings }: Intercom, retries: number): Promise<readonly Proof[]> {
  const offered = streamsUnder(settings).filter((stream) => stream.permission.proof);
  const groups = [...Map.groupBy(offered, ({ permission }) => permission)];
  const refusals = await Promise.allSettled(groups.map(([permission]) => refusalOf(client, permission, retries)));
  return groups.map(([permission, its], index) => {
    const refusal = refusals[index];
    if (refusal?.status === 'rejected') throw refusal.reason;
    return { permission, names: its.map(({ name }) => name), refusal: refusal?.value };
  });
}
