/** The endpoints that follow from a collection's definition, and those that it brings itself. */
import type { Kind } from '../resources/index.ts';
import type { Route } from '../routes/route.ts';
import { allBodies, fullBody, listedBody } from '../workspace/bodies.ts';
import { known, type Workspace } from '../workspace/workspace.ts';
import { listRoute } from './endpoint.ts';

export function collectionRoutes(workspace: Workspace, kind: Kind): readonly Route[] {
  const { list, retrieve, routes } = workspace.collections[kind];
  if (list === undefined) return routes?.(workspace) ?? [];
  const { completeWith, latestFirst, shows = () => true, ...endpoint } = list;
  const isComplete = (url: URL) => completeWith !== undefined && url.searchParams.get(completeWith) === 'true';
  const all = listRoute(workspace, endpoint, ({ url }) => {
    const bodies = allBodies(workspace, kind, isComplete(url) ? fullBody : listedBody);
    const shown = bodies.filter((body) => shows(workspace.options, body));
    return latestFirst ? shown.toSorted((a, b) => Number(b.updated_at) - Number(a.updated_at)) : shown;
  });
  const { path, scope, since } = endpoint;
  const one: Route = {
    method: 'GET',
    path: `${path}/{id}`,
    ...(scope !== undefined && { scope }),
    ...(since !== undefined && { since }),
    handle: ({ params }) => listedBody(workspace, kind, workspace.stores[kind].live, known(workspace, kind, params.id)),
  };
  return [all, ...(retrieve ? [one] : []), ...(routes?.(workspace) ?? [])];
}
