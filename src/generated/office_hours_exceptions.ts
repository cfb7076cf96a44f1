/** Generated from schemas/office_hours_exceptions.json by scripts/generate.ts: do not edit. */

/**
 * The days on which other hours hold than those of a schedule.
 */
export interface OfficeHoursException {
  /**
   * The exception's id.
   */
  id: string;
  /**
   * The schedule whose hours do not hold.
   */
  office_hours_schedule_id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The day, such as 2026-12-25.
   */
  exception_date?: string | null;
  /**
   * Whether the workspace is closed on the day, or open at hours of its own.
   */
  exception_type?: string | null;
  /**
   * The exception's name.
   */
  name?: string | null;
  /**
   * The open stretches of the day; null if the workspace is closed.
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
   * Whether the exception holds on the same day of every year.
   */
  recurring_annually?: boolean | null;
  /**
   * When the exception was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the exception was last changed, in epoch seconds.
   */
  updated_at?: number | null;
}
