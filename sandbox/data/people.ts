/** People as conversations and tickets name them. */
import { adminEmail, adminName } from './admin.ts';
import { contactExternalId } from './contact.ts';
import { idOf } from './ids.ts';
import type { Chooser } from './random.ts';
import type { World } from './world.ts';

/** Ordinals of the contacts who take part: one, sometimes two. */
export function participants(world: World, choose: Chooser): readonly number[] {
  return choose.several('contacts', choose.chance('two contacts', 0.1) ? 2 : 1, world.counts.contacts);
}

export function contactList(ordinals: readonly number[]) {
  const contacts = ordinals.map((ordinal) => ({
    type: 'contact',
    id: idOf('contact', ordinal),
    external_id: contactExternalId(ordinal),
  }));
  return { type: 'contact.list', contacts };
}

/** The ordinal of an admin; undefined where the workspace has none. */
export function anyAdmin(world: World, choose: Chooser, question: string): number | undefined {
  return world.counts.admins > 0 ? choose.integer(question, 0, world.counts.admins - 1) : undefined;
}

/** The id of the assignee as an integer; 0 when nobody is. */
export function assigneeId(world: World, choose: Chooser, kind: 'admin' | 'team', share: number): number {
  const count = kind === 'admin' ? world.counts.admins : world.counts.teams;
  if (count === 0 || !choose.chance(`${kind} assigned`, share)) return 0;
  return Number(idOf(kind, choose.integer(`${kind} assignee`, 0, count - 1)));
}

export function adminAuthor(world: World, ordinal: number | undefined) {
  if (ordinal === undefined) return { type: 'bot', id: '1', name: 'Robot', email: 'robot@example.com' };
  return { type: 'admin', id: idOf('admin', ordinal), name: adminName(world, ordinal), email: adminEmail(ordinal) };
}

export function contactAuthor(ordinal: number | undefined) {
  if (ordinal === undefined) return { type: 'user', id: '0', name: null, email: '' };
  return {
    type: 'user',
    id: idOf('contact', ordinal),
    name: `Person ${ordinal + 1}`,
    email: `person${ordinal + 1}@example.org`,
  };
}
