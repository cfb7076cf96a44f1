/** What admins changed in the workspace. */
import type { ActivityLog } from '../../generated/activity_logs.ts';
import { type LogEntry, logWalk } from '../../scans/log.ts';
import { readActivityLogs } from '../permissions.ts';
import { asItIs, type IntercomStream } from '../stream.ts';

export const activityLogs: IntercomStream<ActivityLog> = {
  name: 'activity_logs',
  walk: logWalk<ActivityLog & LogEntry>({
    name: 'activity_logs',
    path: '/admins/activity_logs/search',
    recordsAt: 'activity_logs',
    perPage: 250,
  }),
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'created_at',
  endpoints: ['POST /admins/activity_logs/search'],
  permission: readActivityLogs,
  cost: 'one for 250 entries, at least one for each stretch of time',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/searchactivitylogs',
};
