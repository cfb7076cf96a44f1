/** The lists that Intercom cuts at ten inside a contact: whole, and asked for only where they were cut. */

import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { listAll } from '../../intercom/pages.ts';

export interface Listed {
  readonly id: unknown;
  readonly name?: unknown;
  readonly applied_at?: unknown;
}

export async function wholeList(
  contact: Contact,
  list: 'companies' | 'tags',
  run: IntercomRun,
): Promise<readonly Listed[]> {
  const inside = contact[list];
  if (!inside?.has_more) return (inside?.data ?? []) as readonly Listed[];
  const known = asked.get(inside);
  if (known) return known;
  const whole = askWholeList(contact, list, run);
  asked.set(inside, whole);
  return whole;
}

/** The whole of each list that was cut: several streams want it, and it is asked for once. */
const asked = new WeakMap<object, Promise<readonly Listed[]>>();

/** Asks in any case: Intercom's own endpoint of a contact's list, which shows more of each item than the contact does. */
export async function askWholeList(
  { id }: Contact,
  list: 'companies' | 'notes' | 'tags',
  run: IntercomRun,
): Promise<readonly Listed[]> {
  const call = { method: 'GET', path: `/contacts/${id}/${list}` } as const;
  // Companies stand under either key, depending on which part of Intercom's documentation is right.
  return listAll<Listed>(run.context.client, run, { call, keys: ['data', list], perPage: 60 });
}
