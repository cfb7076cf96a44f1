/** Runs a command line to its exit code: every error is reported, and every line is written before the end. */
import type { Output, OutputError } from './output.ts';

/** Never rejects. An uncaught exception is reported, too, and ends the process with exit code 1. */
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

/** Ends the process where the output cannot be written any more; the reason goes to stderr. */
export function exitUnheard(error: OutputError): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
