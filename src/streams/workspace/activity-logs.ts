/** The changes that admins made in the workspace. */
import { log } from '../../scans/log.ts';
import { readActivityLogs } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const activityLogs = stream({
  name: 'activity_logs',
  fivetran: ['admin_activity_log'],
  sources: [records(log('/admins/activity_logs/search', { at: 'activity_logs', perPage: 250 }))],
  permission: readActivityLogs,
  docs: 'admins/searchactivitylogs',
});
