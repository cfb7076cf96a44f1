/** Parses the command-line arguments of a Singer tap. */
import yargs from 'yargs';
import { ConfigError } from '../errors.ts';
import { FORMATS } from './about.ts';
import { variablePrefix } from './config.ts';
import type { Tap } from './tap.ts';

/** Returns undefined after --help and --version: the parser itself answers them. */
export async function parseTapArguments<C>(tap: Tap<C>, argv: readonly string[]) {
  const file = { type: 'string', requiresArg: true } as const;
  let answered = false;
  const parser = yargs()
    .scriptName(tap.name)
    .usage('$0 [options]: reads the streams that the catalog selects, or all streams without a catalog')
    .version(tap.version)
    .locale('en')
    .option('config', {
      ...file,
      alias: 'c',
      array: true,
      nargs: 1,
      describe: `JSON file with the config; ENV for variables that begin with ${variablePrefix(tap.name)}`,
    })
    .option('catalog', {
      ...file,
      alias: ['properties', 'p'],
      describe: 'JSON file that --discover wrote, with streams and columns selected',
    })
    .option('state', { ...file, alias: 's', describe: 'JSON file with the state that an earlier run wrote' })
    .option('discover', { type: 'boolean', alias: 'd', describe: 'Write the catalog' })
    .option('test', {
      type: 'string',
      choices: ['', 'rows', 'schema'],
      describe: 'Try every stream: one row of each, or only its schema',
    })
    .option('about', { type: 'boolean', describe: 'Describe this tap: its capabilities and settings' })
    .option('format', { choices: FORMATS, default: FORMATS[0], describe: 'Format of --about' })
    .strict()
    .parserConfiguration({
      'duplicate-arguments-array': false,
      'boolean-negation': false,
      'dot-notation': false,
      'greedy-arrays': false,
    })
    .exitProcess(false)
    .fail(false);
  try {
    const args = await parser.parseAsync([...argv], (_error: unknown, _args: unknown, text: string) => {
      answered = text !== '';
      if (answered) process.stdout.write(`${text}\n`);
    });
    return answered ? undefined : args;
  } catch (error) {
    process.stderr.write(`${await parser.getHelp()}\n`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The command line cannot be understood (${reason}): run the program with --help to see the usage.`,
    );
  }
}
