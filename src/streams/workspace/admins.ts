/** The people and teams who answer. */
import { list } from '../../scans/list.ts';
import { readAdmins, readUsersAndCompanies } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const adminList = list('/admins', { at: 'admins' });

export const admins = stream({
  name: 'admins',
  report: 'Admins',
  fivetran: ['admin'],
  sources: [records(adminList)],
  permission: readAdmins,
  docs: 'admins/listadmins',
});

export const teams = stream({
  name: 'teams',
  report: 'Teams',
  fivetran: ['team'],
  sources: [records(list('/teams', { at: 'teams' }))],
  permission: readUsersAndCompanies,
  docs: 'teams/listteams',
});
