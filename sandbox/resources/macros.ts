/** Macros: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/macros/listmacros */
import { cursorList, withIsoTimes } from '../cursor-list.ts';
import { macro, macroIds } from '../data/macro.ts';
import type { Collection } from '../define/collection.ts';
import { parameterInvalid } from '../errors.ts';
import type { Route } from '../routes/route.ts';
import { allBodies } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const macros: Collection = { ids: macroIds, count: 60, generate: macro, routes: macroRoutes };

function macroRoutes(workspace: Workspace): Route[] {
  return [
    {
      method: 'GET',
      path: '/macros',
      scope: 'read_conversations',
      since: '2.16',
      handle({ url }) {
        const since = Number(url.searchParams.get('updated_since') ?? 0);
        if (!Number.isInteger(since)) throw parameterInvalid('Invalid updated_since timestamp');
        const changed = allBodies(workspace, 'macros').filter(({ updated_at }) => Number(updated_at) > since);
        return cursorList(changed, url, {
          by: 'updated_at',
          perPage: [50, 150],
          shown: (item) => withIsoTimes(item, 3),
        });
      },
    },
  ];
}
