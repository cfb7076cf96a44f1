/** Teams: whom conversations and tickets are assigned to. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

const names = ['Support', 'Billing', 'Onboarding', 'Technical', 'Success', 'Night shift', 'Escalations'] as const;

export function team(world: World, { ordinal }: Version) {
  const choose = chooser(world.seed, 'team', ordinal);
  const members = choose.several('members', choose.integer('size', 1, 4), world.counts.admins);
  const adminIds = members.map((member) => Number(idOf('admin', member)));
  return {
    type: 'team',
    id: idOf('team', ordinal),
    name: teamName(ordinal),
    admin_ids: adminIds,
    admin_priority_level: { primary_admin_ids: adminIds.slice(0, 1), secondary_admin_ids: adminIds.slice(1) },
    assignment_limit: choose.chance('limited', 0.5) ? choose.integer('limit', 5, 40) : null,
    distribution_method: choose.oneOf('method', ['round_robin', 'load_balanced', 'manual']),
  };
}

/** Two teams may share a name, as they may in Intercom. */
export function teamName(ordinal: number): string {
  return names[ordinal % names.length] ?? names[0];
}
