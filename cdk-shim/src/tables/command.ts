/** `sync`: keeps the tables of a database up to date, without an orchestrator. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Argv, CommandModule } from 'yargs';
import type { Connector } from '../connector.ts';
import type { Log } from '../contract.ts';
import { ConfigError, failureType } from '../errors.ts';
import { configOf, readConfigFile } from '../input/config.ts';
import { createRedactor } from '../input/secrets.ts';
import { createProgress } from '../process/progress.ts';
import { syncTables } from './sync.ts';
import { databaseOf } from './target.ts';

interface Arguments {
  readonly config: string;
  readonly into: string;
  readonly schema: string;
  readonly streams: string;
  readonly keepDeleted: boolean;
  readonly every: string | undefined;
  readonly debug: boolean;
}

export function syncCommand<C>(source: Connector<C>): CommandModule<unknown, Arguments> {
  const subject = source.name.replace(/^source-/, '');
  return {
    command: 'sync',
    describe: 'Read streams into the tables of a database, and keep them up to date',
    builder: (yargs) => options(yargs, subject),
    async handler(args) {
      const pause = args.every === undefined ? undefined : milliseconds(args.every);
      for (;;) {
        process.exitCode = (await syncOnce(source, args)) ? 0 : 1;
        if (pause === undefined) return;
        await sleep(pause);
      }
    },
  };
}

function options(yargs: Argv, subject: string): Argv<Arguments> {
  return yargs.options({
    config: { type: 'string', demandOption: true, requiresArg: true, describe: 'JSON file with the config' },
    into: {
      type: 'string',
      default: `${subject}.sqlite`,
      requiresArg: true,
      describe: 'The database: a SQLite file, or postgres://user:password@host/database',
    },
    schema: { type: 'string', default: subject, requiresArg: true, describe: 'The schema of the tables in PostgreSQL' },
    streams: {
      type: 'string',
      default: '',
      requiresArg: true,
      describe: 'The streams to read, with commas between them; all when it is not given',
    },
    'keep-deleted': {
      type: 'boolean',
      default: false,
      describe: 'Mark the rows of deleted records in place of deleting them',
    },
    every: {
      type: 'string',
      requiresArg: true,
      describe: 'Sync again and again, such as every 15m or 1h',
    },
  }) as unknown as Argv<Arguments>;
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function milliseconds(text: string): number {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const found = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (found > 0) return found;
  throw new ConfigError(`--every is "${text}": give a number and a unit, such as 30s, 15m, 1h or 1d.`);
}

/** Returns whether the sync is complete. Says everything on stderr. */
async function syncOnce<C>(source: Connector<C>, args: Arguments): Promise<boolean> {
  const given = { ...source.tableDefaults, ...(await readConfigFile(args.config)) };
  const { values: config, secrets, unknown } = configOf(given, source.spec);
  const redact = createRedactor([...secrets, ...passwordIn(args.into)]);
  const progress = createProgress(process.stderr);
  const log: Log = (level, message) => {
    if (args.debug || (level !== 'DEBUG' && level !== 'TRACE')) progress.say(redact(message));
  };
  const said = new Set<string>();
  const failure = (error: unknown, stream?: string) => {
    const reason = error instanceof Error ? error.message : String(error);
    // A database that fails ends every stream for the same reason.
    if (!said.has(reason)) log('ERROR', stream === undefined ? reason : `${stream}: ${reason}`);
    said.add(reason);
  };
  for (const name of unknown) log('WARN', `The config has an unknown field "${name}": it is ignored.`);
  try {
    const database = await databaseOf(args);
    const { complete } = await syncTables({ source, config, database, names: args.streams, progress, log, failure });
    return complete;
  } catch (error) {
    if (failureType(error) === 'system_error') throw error;
    failure(error);
    return false;
  } finally {
    progress.stop();
  }
}

function passwordIn(address: string): readonly string[] {
  const { password = '' } = URL.canParse(address) ? new URL(address) : {};
  return password === '' ? [] : [password, decodeURIComponent(password)];
}
