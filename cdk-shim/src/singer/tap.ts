/** A connector as a Singer tap, and one run of it. */

import type { Connector } from '../connector.ts';
import type { JsonObject } from '../contract.ts';
import type { Output } from '../process/output.ts';
import { type Environment, tapConfig } from './config.ts';
import type { SingerLog } from './log.ts';

/** `name`: the name of the tap. A tap has only the commands of Singer. */
export interface Tap<C> extends Omit<Connector<C>, 'commands'> {
  /** One sentence for --about. */
  readonly description: string;
}

/** Paths of files, as given on the command line. */
export interface TapFiles {
  readonly config: readonly string[];
  readonly catalog?: string | undefined;
  readonly state?: string | undefined;
}

export interface TapRun<C> {
  readonly tap: Tap<C>;
  readonly files: TapFiles;
  readonly environment: Environment;
  readonly output: Output;
  readonly log: SingerLog;
}

/** Returns the values of the config, and lets the log hide the secrets among them. */
export async function openConfig<C>({ tap, files, environment, log }: TapRun<C>): Promise<JsonObject> {
  const { values, secrets, unknown } = await tapConfig(tap, files.config, environment);
  log.hide(secrets);
  for (const name of unknown) {
    log.log('WARN', `The config has an unknown field "${name}": it is ignored.`);
  }
  return values;
}
