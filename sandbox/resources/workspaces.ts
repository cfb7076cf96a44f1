/** The workspace itself, which the call about the token's owner shows. */
import { nestedRows } from '../define/nested-rows.ts';
import { appBody } from '../workspace/world-facts.ts';

export const workspaces = nestedRows({
  stream: 'workspaces',
  items: (world) => [appBody(world)],
  rows: (app) => [app],
  key: ['id_code'],
});
