/** The command line of a source: runs one command and reports every error as a message. */

import type { Connector } from '../connector.ts';
import type { JsonObject } from '../contract.ts';
import { createOutput } from '../process/output.ts';
import { endFirstProcessOnSignals } from '../process/pid1-signals.ts';
import { exitWithoutOutput, runReported } from '../process/reported.ts';
import { spec } from './commands.ts';
import { createAirbyteSink } from './sink.ts';

export interface Program<C> {
  /** The ConnectorSpecification of the Airbyte protocol. */
  readonly spec: JsonObject;
  /** Loads the connector, for every command but `spec`. */
  readonly load: () => Promise<Connector<C>>;
}

/**
 * Runs the command in `argv`, the arguments without the program. Resolves to the exit code after all output is written.
 * Never rejects. If stdout can no longer be written, the process ends at once with exit code 1.
 */
export async function runCli<C>(program: Program<C>, argv: readonly string[]): Promise<number> {
  endFirstProcessOnSignals();
  const output = createOutput({ onFailure: exitWithoutOutput });
  const sink = createAirbyteSink(output, { say: (sentence) => process.stderr.write(`${sentence}\n`) });
  return runReported(output, sink.failure, async () => {
    // Platforms run `spec` often and wait for it. With the connector and the parser loaded it takes three times as long.
    if (argv.length === 1 && argv[0] === 'spec') return spec(program, sink);
    const [{ parseArguments }, connector] = await Promise.all([import('./arguments.ts'), program.load()]);
    const job = await parseArguments(connector, argv, sink);
    return job();
  });
}
