/** The command line of a source: runs one command and reports every error as a message. */

import type { Connector } from '../connector.ts';
import { createOutput } from '../process/output.ts';
import { endFirstProcessOnSignals } from '../process/pid1-signals.ts';
import { exitWithoutOutput, runReported } from '../process/reported.ts';
import { spec } from './commands.ts';
import { createAirbyteSink } from './sink.ts';

/**
 * Runs the command in `argv`, the arguments without the program. Resolves to the exit code after all output is written.
 * Never rejects. If stdout can no longer be written, the process ends at once with exit code 1.
 */
export async function runCli<C>(source: Connector<C>, argv: readonly string[]): Promise<number> {
  endFirstProcessOnSignals();
  const output = createOutput({ onFailure: exitWithoutOutput });
  const sink = createAirbyteSink(output);
  return runReported(output, sink.failure, async () => {
    // Platforms run `spec` often and wait for it. Loading the parser is slower than the whole command.
    if (argv.length === 1 && argv[0] === 'spec') return spec(source, sink);
    const { parseArguments } = await import('./arguments.ts');
    const job = await parseArguments(source, argv, sink);
    return job();
  });
}
