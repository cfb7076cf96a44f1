/** What an answer says of the budget: the headers X-RateLimit-* and Date. */

export interface Grant {
  /** Calls that Intercom grants in each window. */
  readonly limit: number;
  /** Calls that were left in the window when Intercom counted this one. */
  readonly remaining: number;
  /** The end of the window, and the time of the answer: both in whole epoch seconds of Intercom's clock. */
  readonly reset: number;
  readonly date: number;
}
