/** Runs a command: reports every error, and writes every line before it ends. */
import type { Output, OutputError } from './output.ts';

/** Returns the exit code of `run`, or 1 after an error. Never rejects. Also reports an uncaught exception, and then ends the process with exit code 1. */
export async function runReported(
  output: Output,
  report: (error: unknown) => void,
  run: () => Promise<number>,
): Promise<number> {
  const crash = (error: unknown) => {
    report(error);
    output.close().finally(() => process.exit(1));
  };
  process.once('uncaughtException', crash);
  try {
    return await run();
  } catch (error) {
    report(error);
    return 1;
  } finally {
    await output.close();
    process.off('uncaughtException', crash);
  }
}

/** Ends the process because the output cannot be written any more. Writes the reason to stderr. */
export function exitWithoutOutput(error: OutputError): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
