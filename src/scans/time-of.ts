/** The time that a record carries. */

/**
 * Epoch seconds; NaN where the record says none that is a number. NaN compares as neither before nor after anything: ask
 * whether a record is too old, not whether it is new enough, so that one without a time is taken.
 */
export function timeOf(item: object, field: string): number {
  const value = (item as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : Number.NaN;
}
