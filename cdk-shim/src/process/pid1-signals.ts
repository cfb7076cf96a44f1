/** Lets signals end the first process of a container: the kernel has no default action for signals to it. */
import { constants } from 'node:os';

/** Adds no listener in other processes: there a signal ends the process even while it waits for a reader. */
export function endFirstProcessOnSignals(): void {
  if (process.pid !== 1) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
