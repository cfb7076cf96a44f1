/** The token's admin, and all admins: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins */
import { ApiError } from '../errors.ts';
import { smallList } from '../pages.ts';
import type { Route } from '../route.ts';
import { allBodies, type Body, fullBody, listedBody } from '../workspace/bodies.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { appBody } from '../workspace/world-facts.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

const scope = 'read_admins';

export const admins: Resource = { routes, truth: { admins: recordRows('admins') } };

function routes(workspace: Workspace): Route[] {
  return [
    { method: 'GET', path: '/me', handle: () => me(workspace) },
    {
      method: 'GET',
      path: '/admins',
      scope,
      handle: ({ url }) => {
        const form = url.searchParams.get('display_avatar') === 'true' ? fullBody : listedBody;
        const { data, ...rest } = smallList(workspace.options, allBodies(workspace, 'admins', form), url);
        return { ...rest, type: 'admin.list', admins: data };
      },
    },
    { method: 'GET', path: '/admins/{id}', scope, handle: ({ params }) => admin(workspace, params.id ?? '') },
  ];
}

function me(workspace: Workspace): Body {
  const [first = {}] = allBodies(workspace, 'admins', fullBody);
  return {
    type: 'admin',
    id: first.id,
    email: first.email,
    name: first.name,
    email_verified: true,
    app: appBody(workspace.world),
    avatar: { type: 'avatar', image_url: first.avatar ?? null },
    has_inbox_seat: first.has_inbox_seat,
  };
}

function admin(workspace: Workspace, id: string): Body {
  const ordinal = find(workspace, 'admins', id);
  if (ordinal === undefined) throw new ApiError(404, 'admin_not_found', 'Admin not found');
  return listedBody(workspace, 'admins', workspace.collections.admins.live, ordinal);
}
