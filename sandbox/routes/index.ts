/** Every endpoint that the sandbox serves. */
import { collectionRoutes } from '../define/collection-routes.ts';
import { collectionNames, otherResources } from '../resources/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Route } from './route.ts';

export function allRoutes(workspace: Workspace): readonly Route[] {
  return [
    ...collectionNames.flatMap((kind) => collectionRoutes(workspace, kind)),
    ...otherResources.flatMap(({ routes }) => routes(workspace)),
  ];
}
