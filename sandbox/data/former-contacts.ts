/** The contacts that were merged into others before the sandbox began. No other record names them. */
import { contactRole } from './contact.ts';
import { hex } from './ids.ts';
import { chooser } from './random.ts';
import type { World } from './world.ts';

const ids = hex('64b0e7a92d1e', 0x3d0000000000);

/** More than were merged into any contact. */
const MOST = 16;

/** Ids and roles, the first merge first: few in some contacts, and in a few more than the other lists of a contact show. */
export function formerContacts(world: World, contact: number) {
  const choose = chooser(world.seed, 'former contacts', contact);
  if (contact >= world.counts.contacts || contactRole(world, contact) === 'lead') return [];
  const some = choose.chance('some', 0.04) ? choose.integer('count', 1, 2) : 0;
  const count = choose.chance('many', 0.008) ? choose.integer('count', 11, MOST) : some;
  return Array.from({ length: count }, (_, index) => ({
    id: ids.format(contact * MOST + index),
    role: choose.oneOf(`role ${index}`, ['lead', 'lead', 'user']),
  }));
}
