/** What every walk and stream of this connector is given: the client, and the settings that bear on what is read. */
import type { Run } from '@airbyte-ts/cdk-shim';
import type { Client } from './client.ts';

export interface Settings {
  /** Epoch seconds: what was last changed before is not read. */
  readonly startDate: number;
  /** Seconds behind a cursor that are asked again every time, since Intercom's search index lags. */
  readonly overlap: number;
}

export interface Intercom {
  readonly client: Client;
  readonly settings: Settings;
}

export type IntercomRun = Run<Intercom>;
