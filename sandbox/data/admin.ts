/** Admins: the people who answer. */

import { idOf } from './ids.ts';
import { firstNames, lastNames } from './names.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

export function admin(world: World, { ordinal }: Version) {
  const choose = chooser(world.seed, 'admin', ordinal);
  const teams = choose.several('teams', choose.integer('team count', 0, 2), world.counts.teams);
  const teamIds = teams.map((team) => Number(idOf('team', team)));
  const lead = choose.chance('lead', 0.2);
  return {
    type: 'admin',
    id: idOf('admin', ordinal),
    name: adminName(world, ordinal),
    email: adminEmail(ordinal),
    job_title: lead ? 'Support lead' : 'Support specialist',
    away_mode_enabled: choose.chance('away', 0.1),
    away_mode_reassign: false,
    away_status_reason_id: null,
    has_inbox_seat: choose.chance('seat', 0.9),
    team_ids: teamIds,
    avatar: choose.chance('avatar', 0.5) ? `https://static.example.com/avatars/${ordinal}.png` : null,
    team_priority_level: { primary_team_ids: teamIds.slice(0, 1), secondary_team_ids: teamIds.slice(1) },
    role: lead ? { type: 'role', id: '2', name: 'Manager' } : { type: 'role', id: '1', name: 'Member' },
  };
}

export function adminName(world: World, ordinal: number): string {
  const choose = chooser(world.seed, 'admin', ordinal);
  return `${choose.oneOf('first name', firstNames)} ${choose.oneOf('last name', lastNames)}`;
}

export function adminEmail(ordinal: number): string {
  return `teammate${ordinal + 1}@example.com`;
}
