/** Answers that a sync needs beside its scans, asked for once however many rows want them. */
import type { Intercom, IntercomRun } from '../config/context.ts';

/** Keeps in the sync's context what `ask` returned. A promise that failed is kept, too: its retries are behind it. */
export function oncePerSync<R, A extends { readonly context: Pick<Intercom, 'answers'> } = IntercomRun>(
  ask: (run: A) => R,
): (run: A) => R {
  return (run) => {
    const { answers } = run.context;
    if (!answers.has(ask)) answers.set(ask, ask(run));
    return answers.get(ask) as R;
  };
}
