/** People as conversations and tickets name them. */
import { adminEmail, adminName } from './admin.ts';
import { contactEmail, contactExternalId, contactName, contactRole } from './contact.ts';
import { idOf } from './ids.ts';
import type { Chooser } from './random.ts';
import type { World } from './world.ts';

/** Ordinals of the contacts who take part: one, sometimes two. */
export function participants(world: World, choose: Chooser): readonly number[] {
  return choose.several('contacts', choose.chance('two contacts', 0.1) ? 2 : 1, world.counts.contacts);
}

export function contactReference(ordinal: number) {
  return { type: 'contact', id: idOf('contact', ordinal), external_id: contactExternalId(ordinal) };
}

export function contactList(ordinals: readonly number[]) {
  return { type: 'contact.list', contacts: ordinals.map(contactReference) };
}

const shareAssigned = { admin: 0.7, team: 0.5 };

/** The id of the assignee as an integer; 0 when nobody is. Each revision assigns the next admin or team. */
export function assigneeId(world: World, choose: Chooser, kind: 'admin' | 'team', revision: number): number {
  const count = kind === 'admin' ? world.counts.admins : world.counts.teams;
  if (count === 0 || !choose.chance(`${kind} assigned`, shareAssigned[kind])) return 0;
  const first = choose.integer(`${kind} assignee`, 0, count - 1);
  return Number(idOf(kind, (first + revision) % count));
}

export function adminAuthor(world: World, ordinal: number) {
  return { type: 'admin', id: idOf('admin', ordinal), name: adminName(world, ordinal), email: adminEmail(ordinal) };
}

export const botAuthor = { type: 'bot', id: '278', name: 'Operator', email: 'operator@example.com' } as const;

export const aiAuthor = { ...botAuthor, id: '279', name: 'Fin', from_ai_agent: true, is_ai_answer: true } as const;

/** A contact as the author of a message: a user or a lead; the bot where the workspace has no contacts. */
export function contactAuthor(world: World, ordinal: number | undefined) {
  if (ordinal === undefined) return botAuthor;
  return {
    type: contactRole(world, ordinal),
    id: idOf('contact', ordinal),
    name: contactName(world, ordinal),
    email: contactEmail(ordinal),
  };
}
