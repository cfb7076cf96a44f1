/** Lets signals end the first process of a container: the kernel gives it no default action for signals. */
import { constants } from 'node:os';

/** Elsewhere signals are left alone: without a listener they end a process even while it waits for a reader. */
export function endByExitCodeWhereSignalsDoNot(): void {
  if (process.pid !== 1) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
