/** Teams: whom conversations and tickets are assigned to. */
import { idForms } from '../data/ids.ts';
import { team } from '../data/team.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError } from '../errors.ts';

export const teams: Collection = {
  ids: idForms.team,
  count: 4,
  generate: team,
  list: { path: '/teams', type: 'team.list', key: 'teams' },
  retrieve: true,
  missing: () => new ApiError(404, 'team_not_found', 'Team not found'),
};
