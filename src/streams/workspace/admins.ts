/** The people and teams who answer, and who is in which team. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Team } from '../../generated/teams.ts';
import { list } from '../../scans/list.ts';
import { readAdmins, readUsersAndCompanies } from '../permissions.ts';
import { records, sourceOf, stream } from '../stream.ts';

export const adminList = list('/admins', { at: 'admins' });

export const admins = stream({
  name: 'admins',
  report: 'Admins',
  fivetran: ['admin'],
  sources: [records(adminList)],
  permission: readAdmins,
  docs: 'admins/listadmins',
});

export const teamList = list<Team>('/teams', { at: 'teams' });

export const teams = stream({
  name: 'teams',
  report: 'Teams',
  fivetran: ['team'],
  sources: [records(teamList)],
  permission: readUsersAndCompanies,
  docs: 'teams/listteams',
});

export const teamAdmins = stream({
  name: 'team_admins',
  sources: [
    sourceOf(teamList, adminsOf, { primaryKey: ['team_id', 'admin_id'], cost: `none beside those of ${teams.name}` }),
  ],
  permission: readUsersAndCompanies,
  docs: 'teams/listteams',
  fivetran: ['team_admin', 'team_admin_priority_level'],
});

/** Every admin that one of a team's three lists names, each once. */
function adminsOf({ id, admin_ids, admin_priority_level: levels }: Team, run: IntercomRun): readonly Row[] {
  const priorities = new Map<string, string | null>();
  const add = (ids: unknown, priority: string | null) => {
    for (const admin of idsIn(ids, run)) if (!priorities.get(admin)) priorities.set(admin, priority);
  };
  add(admin_ids, null);
  add(levels?.primary_admin_ids, 'primary');
  add(levels?.secondary_admin_ids, 'secondary');
  return [...priorities].map(([admin_id, priority]) => ({ team_id: id, admin_id, priority }));
}

/** The ids in a list, which may be null or absent. */
function idsIn(list: unknown, run: IntercomRun): readonly string[] {
  const texts = Array.isArray(list) ? list.map(keyText) : [];
  const ids = texts.filter((text) => text !== '');
  const odd = texts.length - ids.length;
  if (odd > 0) run.on({ type: 'note', reason: 'entries of the lists of admins left out: they are no ids', count: odd });
  return ids;
}
