/** Reads a time of a record. */

/**
 * Epoch seconds; NaN where the record has no such number. NaN is neither before nor after anything: ask whether a record is
 * too old, not whether it is new enough, so that a record without a time is kept.
 */
export function timeOf(item: object, field: string): number {
  const value = (item as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : Number.NaN;
}
