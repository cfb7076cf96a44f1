/** The context of a sync, which every scan and stream is given: the client and the settings. */
import type { Run } from '@airbyte-ts/cdk-shim';
import type { Client } from '../intercom/client.ts';
import type { Settings } from './settings.ts';

export interface Intercom {
  readonly client: Client;
  readonly settings: Settings;
  /** The answers that are asked for once per sync, each by the function that asks for it. */
  readonly answers: Map<unknown, unknown>;
}

export type IntercomRun = Run<Intercom>;

/** As much of a run as a call needs, which may be made outside of a sync. */
export type CallingRun = Pick<IntercomRun, 'context' | 'signal' | 'log' | 'on'>;
