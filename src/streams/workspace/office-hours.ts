/** The hours in which a workspace is open, and the days on which they are other ones. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { askList, list } from '../../scans/list.ts';
import { readOfficeHours } from '../permissions.ts';
import { records, sourceOf, stream } from '../stream.ts';

/** Whole every time: whether an exception moves the time of its schedule is undocumented, so all schedules are asked. */
const scheduleList = list('/office_hours_schedules', { at: 'data' });

export const officeHoursSchedules = stream({
  name: 'office_hours_schedules',
  sources: [records(scheduleList)],
  permission: readOfficeHours,
  docs: 'office-hours/listofficehoursschedules',
});

export const officeHoursExceptions = stream({
  name: 'office_hours_exceptions',
  sources: [
    sourceOf(scheduleList, exceptionsOf, {
      asks: ['GET /office_hours_schedules/{id}/office_hours_exceptions'],
      cost: 'one for each schedule',
    }),
  ],
  permission: readOfficeHours,
  docs: 'office-hours/listofficehoursexceptions',
});

async function exceptionsOf({ id }: { readonly id: string }, run: IntercomRun): Promise<readonly Row[]> {
  const path = `/office_hours_schedules/${id}/office_hours_exceptions`;
  const exceptions = await askList<JsonObject>(run, path, { at: 'data' });
  return exceptions.map((exception) => ({ ...exception, office_hours_schedule_id: id }));
}
