/** The types of entries that the log of admins' activity may have. */
import { answer } from '../../scans/answer.ts';
import { readAdmins } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';

const eventTypes = answer('/admins/activity_log_event_types', ({ event_types: types }, run) => {
  const entries: readonly unknown[] = Array.isArray(types) ? types : [];
  const texts = entries.filter((entry) => typeof entry === 'string');
  const odd = entries.length - texts.length;
  if (odd > 0) run.on({ type: 'note', reason: 'entries of event_types left out: they are no texts', count: odd });
  return texts;
});

export const activityLogEventTypes = stream({
  name: 'activity_log_event_types',
  sources: [sourceOf(eventTypes, (event_type) => [{ event_type }], { primaryKey: ['event_type'] })],
  permission: readAdmins,
  docs: 'admins/listactivitylogeventtypes',
});
