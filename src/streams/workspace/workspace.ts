/** The workspace itself. */
import { answer } from '../../scans/answer.ts';
import { objectsIn } from '../objects-in.ts';
import { noPermission } from '../permissions.ts';
import { records, stream } from '../stream.ts';

const me = answer('/me', ({ app }, run) => objectsIn([app], run, { name: 'workspaces', key: 'id_code' }));

export const workspaces = stream({
  name: 'workspaces',
  sources: [records(me, { primaryKey: ['id_code'] })],
  permission: noPermission,
  docs: 'admins/identifyadmin',
});
