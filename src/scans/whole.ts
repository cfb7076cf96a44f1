/** The scan of a resource without a cursor: read whole every time, whatever the state says. */
import type { Cursor, Scan } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';

/** The state of a stream without a cursor, which is never read back. The key is Airbyte's. */
const NO_CURSOR_STATE = { __ab_no_cursor_state_message: true };

const EVERYTHING: Cursor<unknown> = {
  needs: () => true,
  settle: () => undefined,
  checkpoint: () => ({ state: NO_CURSOR_STATE }),
};

export function wholeScan<T>(
  name: string,
  batches: (run: IntercomRun) => AsyncIterable<readonly T[]>,
): Scan<T, Intercom> {
  return {
    name,
    begin: (run) => ({
      join: () => EVERYTHING,
      leave: () => undefined,
      batches: () => batches(run),
      facts: undefined,
    }),
  };
}
