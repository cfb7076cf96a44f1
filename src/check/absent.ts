/** The streams that a workspace cannot have, since its plan or region lacks them. */
import type { Intercom } from '../config/context.ts';
import type { IntercomStream } from '../streams/stream.ts';
import { refusalOf } from './refusal.ts';

/**
 * Makes the cheapest call of each permission that plans or regions may lack. A call that fails for another reason says
 * nothing: its streams are not absent.
 */
export async function absentAmong(
  streams: readonly IntercomStream[],
  { client }: Intercom,
): Promise<readonly IntercomStream[]> {
  const limited = [...new Set(streams.map(({ permission }) => permission))].filter((each) => each.limited);
  const proofs = await Promise.allSettled(limited.map((permission) => refusalOf(client, permission, 0)));
  const lacking = limited.filter((_, index) => {
    const proof = proofs[index];
    return proof?.status === 'fulfilled' && proof.value === 'plan';
  });
  return streams.filter(({ permission }) => lacking.includes(permission));
}
