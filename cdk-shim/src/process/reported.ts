/** Runs a command line to its exit code, so that whatever goes wrong is reported and every line is out before the end. */
import type { Output, OutputError } from './output.ts';

/** Never rejects. An exception that nothing waits for is reported, too, and ends the process with exit code 1. */
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

/** For an output that cannot be written any more: nobody is left to tell but stderr. */
export function exitUnheard(error: OutputError): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
