/** The names of the activities in the log of what admins did. The log's own resource serves them. */
import { nestedRows } from '../define/nested-rows.ts';
import { eventTypes } from '../workspace/world-facts.ts';

export const activityLogEventTypes = nestedRows({
  stream: 'activity_log_event_types',
  items: eventTypes,
  rows: (event_type) => [{ event_type }],
  key: ['event_type'],
});
