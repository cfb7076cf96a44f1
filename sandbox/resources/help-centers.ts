/** Help centers, and the redirects of each. */
import { helpCenters as centersOf, type HelpCenter, redirects } from '../data/help-center.ts';
import type { World } from '../data/world.ts';
import { listRoute } from '../define/endpoint.ts';
import { fixedList } from '../define/fixed-list.ts';
import { nestedRows } from '../define/nested-rows.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import type { Body } from '../workspace/bodies.ts';
import { articleScope } from './articles.ts';

export const helpCenters = fixedList({
  stream: 'help_centers',
  items: centersOf,
  list: { path: '/help_center/help_centers', scope: articleScope },
});

const endpoint = {
  path: '/help_center/help_centers/{id}/redirects',
  scope: 'read_help_center_redirects_scope',
  since: '2.16',
  pages: 'numbered',
  size: { usual: 50, max: 250 },
} as const;

interface Redirects {
  readonly center: HelpCenter;
  readonly list: readonly Body[];
}

function redirectsOf(world: World): readonly Redirects[] {
  return centersOf(world).map((center) => ({ center, list: redirects(world, center.id) }));
}

export const helpCenterRedirects: Resource = {
  ...nestedRows({
    stream: 'help_center_redirects',
    items: redirectsOf,
    rows: ({ center, list }) => list.map((each) => ({ ...each, help_center_updated_at: center.updated_at })),
    key: ['id'],
  }),
  routes: (workspace) => [
    listRoute(workspace, endpoint, ({ params }) => {
      const found = redirectsOf(workspace.world).find(({ center }) => center.id === params.id);
      if (found === undefined) throw notFound();
      return found.list;
    }),
  ],
};
