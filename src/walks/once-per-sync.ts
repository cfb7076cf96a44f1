/** What hangs on a sync and must be asked for beside its walks: once, however many rows want it. */
import type { IntercomRun } from '../intercom/intercom.ts';

/** Remembers what `make` gave for as long as the sync runs. A promise that failed is remembered too: its retries are behind it. */
export function oncePerSync<R>(make: (run: IntercomRun) => R): (run: IntercomRun) => R {
  const made = new WeakMap<IntercomRun['context'], { readonly value: R }>();
  return (run) => {
    const known = made.get(run.context);
    if (known) return known.value;
    const value = make(run);
    made.set(run.context, { value });
    return value;
  };
}
