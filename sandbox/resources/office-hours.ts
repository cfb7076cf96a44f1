/** Weekly office hours, and the days on which other hours hold. */
import type { World } from '../data/world.ts';
import { listRoute } from '../define/endpoint.ts';
import { fixedList } from '../define/fixed-list.ts';
import { nestedRows } from '../define/nested-rows.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import type { Body } from '../workspace/bodies.ts';

const access = { scope: 'read_write_office_hours', since: '2.16' };
const DAY = 24 * 60;
/** From nine to five; minutes are those of the week, from Monday on. */
const weekdays = [0, 1, 2, 3, 4].map((day) => interval(day * DAY, day));

function interval(from: number, day_of_week: number): Body {
  return { start_minute: from + 9 * 60, end_minute: from + 17 * 60, day_of_week };
}

export const officeHoursSchedules = fixedList({
  stream: 'office_hours_schedules',
  list: { path: '/office_hours_schedules', type: 'office_hours_schedule.list', ...access },
  items: schedules,
});

function schedules({ start, timezone }: World): readonly Body[] {
  return ['Weekdays', 'Around the clock'].map((name, index) => ({
    type: 'office_hours_schedule',
    id: String(310 + index),
    name,
    time_zone_name: timezone,
    time_intervals: index === 0 ? weekdays : [],
    twenty_four_seven: index === 1,
    created_at: start + index,
    updated_at: start + index,
  }));
}

/** Minutes are those of the day. */
function exceptionsOf({ id, created_at }: Body): readonly Body[] {
  return ['2026-12-24', '2026-12-25'].map((day, index) => ({
    type: 'office_hours_exception',
    id: `${id}${index}`,
    office_hours_schedule_id: id,
    exception_date: day,
    exception_type: index === 0 ? 'custom_hours' : 'closed',
    name: index === 0 ? null : 'Holiday',
    time_intervals: index === 0 ? [interval(0, 3)] : null,
    recurring_annually: index === 1,
    created_at,
    updated_at: created_at,
  }));
}

export const officeHoursExceptions: Resource = {
  ...nestedRows({ stream: 'office_hours_exceptions', items: schedules, rows: exceptionsOf, key: ['id'] }),
  routes: (workspace) => {
    const path = '/office_hours_schedules/{id}/office_hours_exceptions';
    return [
      listRoute(workspace, { path, type: 'office_hours_exception.list', ...access }, ({ params }) => {
        const schedule = schedules(workspace.world).find(({ id }) => id === params.id);
        if (!schedule) throw notFound();
        return exceptionsOf(schedule);
      }),
    ];
  },
};
