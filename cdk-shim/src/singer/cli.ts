/** The command line of a Singer tap: messages on stdout, everything else on stderr. */
import { constants } from 'node:os';
import { createOutput } from '../process/output.ts';
import { exitWithoutOutput, runReported } from '../process/reported.ts';
import { about } from './about.ts';
import { parseTapArguments } from './arguments.ts';
import { type Environment, variablePrefix } from './config.ts';
import { createSingerLog } from './log.ts';
import { type SingerSink, sentence } from './sink.ts';
import { discover, sync, test } from './sync.ts';
import type { Tap, TapRun } from './tap.ts';

/** Runs the command in `argv`, the arguments without the program. Resolves to the exit code after all output is written. Never rejects. */
export async function runTap<C>(tap: Tap<C>, argv: readonly string[], environment: Environment): Promise<number> {
  const output = createOutput({ onFailure: exitWithoutOutput });
  const level = environment[`${variablePrefix(tap.name)}LOGLEVEL`] || environment.LOGLEVEL;
  const log = createSingerLog(level);
  const report = (error: unknown) => log.log('FATAL', sentence(error));
  return runReported(output, report, async () => {
    const args = await parseTapArguments(tap, argv);
    if (!args) return 0;
    if (args.about) {
      output.write(about(tap, args.format));
      return 0;
    }
    const files = { config: args.config ?? [], catalog: args.catalog, state: args.state };
    const run: TapRun<C> = { tap, files, environment, output, log };
    if (args.discover) return discover(run);
    if (args.test !== undefined) return test(run, args.test === 'schema' ? 'schema' : 'rows');
    return sync(run, (sink) => endOnSignal(sink, () => output.close()));
  });
}

/** Makes a first SIGTERM or SIGINT write the last state before it ends the process. A second signal ends the process at once. */
function endOnSignal(sink: SingerSink, close: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      sink.interrupt();
      close().finally(() => {
        process.kill(process.pid, signal);
        // The kernel does not end the first process of a container by a signal.
        process.exit(128 + constants.signals[signal]);
      });
    });
  }
}
