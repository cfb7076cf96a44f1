/** A suite that is no test of vitest: says of each check whether it holds, and ends with 1 where one does not. */
import { MissingError } from '../../e2e/python.ts';

export type Check = (holds: boolean, what: string) => void;

export interface Suite {
  readonly check: Check;
  /** Runs the suite. A program that is missing on the machine is named; other errors are thrown. */
  readonly run: (main: () => Promise<void>) => Promise<void>;
}

export function createSuite(): Suite {
  const failures: string[] = [];
  return {
    check(holds, what) {
      if (holds) console.log(`ok      ${what}`);
      else failures.push(what);
    },
    async run(main) {
      try {
        await main();
      } catch (error) {
        if (!(error instanceof MissingError)) throw error;
        failures.push(error.message);
      }
      // At the end, where they are seen.
      for (const failure of failures) console.log(`FAILED  ${failure}`);
      if (failures.length > 0) process.exitCode = 1;
    },
  };
}
