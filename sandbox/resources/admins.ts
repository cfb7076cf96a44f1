/** Admins, and the one whose token is used. */
import { admin } from '../data/admin.ts';
import { idForms } from '../data/ids.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError } from '../errors.ts';
import { allBodies, type Body, fullBody } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appBody } from '../workspace/world-facts.ts';

export const admins: Collection = {
  ids: idForms.admin,
  count: 8,
  generate: admin,
  listed: (_, { avatar: __, ...body }) => body,
  list: { path: '/admins', scope: 'read_admins', type: 'admin.list', key: 'admins', completeWith: 'display_avatar' },
  retrieve: true,
  missing: () => new ApiError(404, 'admin_not_found', 'Admin not found'),
  routes: (workspace) => [{ method: 'GET', path: '/me', handle: () => me(workspace) }],
};

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
