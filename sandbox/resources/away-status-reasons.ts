/** Away status reasons: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/away-status-reasons */
import { fixedList } from '../define/fixed-list.ts';

const labels = ['At lunch', 'In a meeting', 'On leave'];

export const awayStatusReasons = fixedList({
  stream: 'away_status_reasons',
  list: { path: '/away_status_reasons', scope: 'read_admins', since: '2.14' },
  items: ({ start }) =>
    labels.map((label, index) => ({
      type: 'away_status_reason',
      id: String(5400 + index),
      label,
      emoji: 'clock',
      order: index + 1,
      deleted: index === 2,
      created_at: start + index,
      updated_at: start + index,
    })),
});
