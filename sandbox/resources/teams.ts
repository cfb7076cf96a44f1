/** Teams: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/teams */
import { recordList } from './record-list.ts';

export const teams = recordList({
  kind: 'teams',
  listedAs: { type: 'team.list', key: 'teams' },
  missing: ['team_not_found', 'Team not found'],
});
