/** Turns command-line arguments into one command. */
import yargs, { type Argv, type CommandModule } from 'yargs';
import type { Connector } from '../connector.ts';
import { ConfigError } from '../errors.ts';
import { syncCommand } from '../tables/command.ts';
import { check, discover, readStreams, spec } from './commands.ts';
import type { AirbyteSink } from './sink.ts';

/** One command with its arguments, ready to run; resolves to the exit code. */
export type Job = () => Promise<number>;

/** Throws ConfigError if the command or an argument is missing or unknown. Before that, writes the usage to stderr. */
export async function parseArguments<C>(
  source: Connector<C>,
  argv: readonly string[],
  sink: AirbyteSink,
): Promise<Job> {
  let job: Job = async () => 0; // The parser itself answers --help and --version.
  const parser = protocolCommands(source, sink, (chosen) => {
    job = chosen;
  });
  for (const command of [syncCommand(source) as unknown as CommandModule, ...(source.commands ?? [])]) {
    parser.command({
      ...command,
      handler: (args) => {
        job = () => runOwn(command, args);
      },
    });
  }
  try {
    await parser.parseAsync([...argv]);
  } catch (error) {
    process.stderr.write(`${await parser.getHelp()}\n`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The command line cannot be understood (${reason}): run the program with --help to see the usage.`,
    );
  }
  return job;
}

function protocolCommands<C>(source: Connector<C>, sink: AirbyteSink, choose: (job: Job) => void): Argv {
  const config = { config: file('JSON file with the config', true) };
  const files = {
    ...config,
    catalog: file('JSON file with the configured catalog', false),
    streams: file('The streams to read, with commas between them, in place of a catalog', false),
    state: file('The state from which to resume: a JSON file, or the whole output of an earlier run', false),
    'state-out': file('JSON file to keep the last state of each stream in', false),
    summary: file('JSON file to write the summary of each stream to: rows, calls, seconds', false),
  };
  return yargs()
    .scriptName(source.name)
    .version(source.version)
    .locale('en')
    .option('debug', { type: 'boolean', describe: 'Also write logs of the levels DEBUG and TRACE' })
    .middleware(({ debug }) => sink.configure({ debug: debug === true }))
    .command('spec', 'Write the specification of the config', {}, () => choose(() => spec(source, sink)))
    .command('check', 'Check whether the config works', config, (args) =>
      choose(() => check(source, args.config, sink)),
    )
    .command('discover', 'List the streams', config, (args) => choose(() => discover(source, args.config, sink)))
    .command(
      'read',
      'Read streams',
      (command) => command.options(files).conflicts('catalog', 'streams').check(hasStreams),
      (args) => choose(() => readStreams(source, args, sink)),
    )
    .demandCommand(1, 'no command is given')
    .strict()
    .parserConfiguration({ 'duplicate-arguments-array': false, 'boolean-negation': false, 'dot-notation': false })
    .exitProcess(false)
    .fail(false);
}

function hasStreams({ catalog, streams }: { readonly catalog?: unknown; readonly streams?: unknown }): boolean {
  if (catalog !== undefined || streams !== undefined) return true;
  throw new Error('Missing required argument: catalog, or streams in its place');
}

function file<Required extends boolean>(describe: string, demandOption: Required) {
  return { type: 'string', describe, demandOption, requiresArg: true } as const;
}

/** Runs a connector's own command. An error that the user can correct is written to stderr, without a stack trace. */
async function runOwn(command: CommandModule, args: Parameters<CommandModule['handler']>[0]): Promise<number> {
  try {
    await command.handler(args);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
