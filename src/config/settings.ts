/** The values of a config that decide which rows are read, and how: checked, and in the units that the code uses. */

/** Which records are read. An empty list lets everything through. */
export interface Filters {
  readonly contactRoles: readonly string[];
  readonly contactEmails: readonly string[];
  /** Ids of Intercom or of the customer. */
  readonly companyIds: readonly string[];
  readonly segmentIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly conversationStates: readonly string[];
  /** Admins by id; 0 stands for nobody. */
  readonly assignees: readonly number[];
  /** The role of the contacts whose events are read; both when undefined. */
  readonly eventRole: string | undefined;
}

/** How the asynchronous exports are asked for. */
export interface ExportSettings {
  /** Seconds after a message was sent in which opens, clicks and answers to it are still read. */
  readonly attribution: number;
  /** Seconds of the reporting datasets that every sync asks for again. */
  readonly reexport: number;
  /** Milliseconds between the first two looks at a job; later pauses grow to twelve times as much. */
  readonly pauseMs: number;
  /** Intercom cuts an export silently at so many rows. */
  readonly mostRows: number;
  /** The reporting datasets that are streams. */
  readonly datasets: readonly string[];
  /** Whether the reporting datasets have the workspace's own attributes as well. */
  readonly customAttributes: boolean;
  /** The client id of the app, which Intercom may want to see beside a reporting job. */
  readonly clientId: string | undefined;
}

export interface Settings {
  /** Epoch seconds. Records that were last changed before are not read. */
  readonly startDate: number;
  /** Seconds behind a cursor that are asked again every time, since Intercom's search index lags. */
  readonly overlap: number;
  /** A backfill splits a range of time with more unread records than these, to read its parts side by side. */
  readonly splitAbove: number;
  /** How long a backfill waits for a page, in milliseconds, before it reads one more page at the same time. */
  readonly patienceMs: number;
  /** Seconds of a log that are asked for at a time at first. */
  readonly logWindow: number;
  readonly filters: Filters;
  readonly exports: ExportSettings;
  /** Contacts to fetch, each by Intercom's id, by an external id or by an e-mail address. */
  readonly contactIds: readonly string[];
  readonly conversationIds: readonly string[];
  readonly noteIds: readonly string[];
  readonly workflowIds: readonly string[];
  /** Streams that exist only by being named here, since they cost much. */
  readonly optionalStreams: readonly string[];
  /** The identifiers of the types of custom objects, each of which becomes a stream. */
  readonly customObjectTypes: readonly string[];
  /** Columns that become streams, each as "stream.column". */
  readonly expand: readonly string[];
  /** The order of a full refresh. */
  readonly order: 'created_at' | 'updated_at';
  readonly contactCompaniesFull: boolean;
  readonly displayAsPlaintext: boolean;
  readonly skipFailedConversations: boolean;
  /** Whether to read what only the Preview of Intercom's API has. */
  readonly preview: boolean;
  /** Whether a record that is deleted, or stops matching a filter, makes a row that says so. */
  readonly emitDeletions: boolean;
}
