/** The reasons that teammates can give for being away. */
import { list } from '../../scans/list.ts';
import { readAdmins } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const awayStatusReasons = stream({
  name: 'away_status_reasons',
  sources: [records(list('/away_status_reasons', { at: 'data', bare: true, cursorField: 'updated_at' }))],
  permission: readAdmins,
  docs: 'away-status-reasons/listawaystatusreasons',
});
