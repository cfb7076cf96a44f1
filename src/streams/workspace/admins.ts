/** The people and teams who answer. */
import type { Admin } from '../../generated/admins.ts';
import type { Team } from '../../generated/teams.ts';
import { listWalk } from '../../scans/list.ts';
import { readAdmins, readUsersAndCompanies } from '../permissions.ts';
import { asItIs, type IntercomStream } from '../stream.ts';

export const admins: IntercomStream<Admin> = {
  name: 'admins',
  report: 'Admins',
  walk: listWalk({ name: 'admins', path: '/admins', recordsAt: 'admins' }),
  rows: asItIs,
  primaryKey: ['id'],
  endpoints: ['GET /admins'],
  permission: readAdmins,
  cost: 'one',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/listadmins',
};

export const teams: IntercomStream<Team> = {
  name: 'teams',
  report: 'Teams',
  walk: listWalk({ name: 'teams', path: '/teams', recordsAt: 'teams' }),
  rows: asItIs,
  primaryKey: ['id'],
  endpoints: ['GET /teams'],
  permission: readUsersAndCompanies,
  cost: 'one',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/teams/listteams',
};
