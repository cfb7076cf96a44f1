/** What hangs on a sync and must be asked for beside its walks: once, however many rows want it. */
import type { Intercom, IntercomRun } from '../config/context.ts';

/** Remembers what `make` gave for as long as the sync runs. A promise that failed is remembered too: its retries are behind it. */
export function oncePerSync<R, A extends { readonly context: Intercom } = IntercomRun>(
  make: (run: A) => R,
): (run: A) => R {
  const made = new WeakMap<Intercom, { readonly value: R }>();
  return (run) => {
    const known = made.get(run.context);
    if (known) return known.value;
    const value = make(run);
    made.set(run.context, { value });
    return value;
  };
}
