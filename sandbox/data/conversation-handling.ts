/** When teammates paused and resumed their work on a conversation. */
import { adminEmail, adminName } from './admin.ts';
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { World } from './world.ts';

/** Oldest first; most conversations have none. */
export function handlingEvents(world: World, ordinal: number, createdAt: number) {
  const choose = chooser(world.seed, 'handling', ordinal);
  if (world.counts.admins === 0 || !choose.chance('paused', 0.2)) return [];
  const admin = choose.integer('admin', 0, world.counts.admins - 1);
  const teammate = {
    type: 'admin',
    id: Number(idOf('admin', admin)),
    name: adminName(world, admin),
    email: choose.chance('address', 0.8) ? adminEmail(admin) : null,
  };
  const pauses = choose.integer('pauses', 1, 3);
  return Array.from({ length: pauses }, (_, index) => {
    const at = createdAt + 3600 * (index + 1);
    return [
      { teammate, type: 'paused', timestamp: at, reason: index === 0 ? 'Paused' : 'Away' },
      { teammate, type: 'resumed', timestamp: at + 600 },
    ];
  }).flat();
}
