/** The input of every generated record: a record is a pure function of the world and its version. */

export interface Counts {
  readonly admins: number;
  readonly teams: number;
  readonly tags: number;
  readonly segments: number;
  readonly companies: number;
  readonly contacts: number;
  readonly conversations: number;
  readonly tickets: number;
  readonly activityLogs: number;
  readonly collections: number;
  /** Messages that were sent to contacts. */
  readonly receipts: number;
}

export interface World {
  readonly seed: number;
  /** How many records of each kind exist before the first mutation: ordinals 0 to count - 1. */
  readonly counts: Counts;
  /** Epoch seconds of the workspace's creation: nothing is older. */
  readonly start: number;
  /** Epoch seconds at which the generated history ends: the sandbox's clock when it starts. */
  readonly now: number;
  /** IANA name of the workspace's time zone. */
  readonly timezone: string;
  /** Where the workspace is hosted, such as EU. */
  readonly region: string;
}

/** A record in one of its versions: it starts at revision 0, and each mutation adds one. Times in epoch seconds. */
export interface Version {
  readonly ordinal: number;
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When notes about it, and events of it, were added after it was generated. */
  readonly notes?: readonly number[];
  readonly events?: readonly number[];
}
