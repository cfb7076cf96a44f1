/** Generated from schemas/office_hours_schedules.json by scripts/generate.ts: do not edit. */

/**
 * The weekly hours in which the workspace is open.
 */
export interface OfficeHoursSchedule {
  /**
   * The schedule's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The schedule's name.
   */
  name?: string | null;
  /**
   * The name of the time zone in which the hours are meant.
   */
  time_zone_name?: string | null;
  /**
   * The open stretches of the week.
   */
  time_intervals?:
    | ({
        /**
         * The minute at which it begins: of the week, from Monday on, in a schedule, and of the day in an exception.
         */
        start_minute?: number | null;
        /**
         * The minute at which it ends, counted in the same way.
         */
        end_minute?: number | null;
        /**
         * The day of the week on which it begins, where 0 is Monday.
         */
        day_of_week?: number | null;
      } | null)[]
    | null;
  /**
   * Whether the workspace is always open.
   */
  twenty_four_seven?: boolean | null;
  /**
   * When the schedule was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the schedule was last changed, in epoch seconds.
   */
  updated_at?: number | null;
}
