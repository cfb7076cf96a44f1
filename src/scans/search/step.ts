/** One step of reading a search in the order of a time. */

export interface Step<T> {
  readonly items: readonly T[];
  /** Every record below this value of the field was read, as the count of the next query confirmed. */
  readonly reached: number;
  /** How many records Intercom counts from the value that was asked for to the end. */
  readonly total: number;
  /** How many records Intercom counts and did not show in two looks at this step. */
  readonly agreed: number;
}
