/** What hangs on a record and must be asked for record by record: once per record, however many streams want it. */
import type { IntercomRun } from '../intercom/intercom.ts';

/**
 * Remembers what `ask` answered for as long as the record itself is held: two streams over one record cost one call.
 * A failed answer is remembered too, since its retries are behind it.
 */
export function oncePerRecord<T extends object, R>(
  ask: (record: T, run: IntercomRun) => Promise<R>,
): (record: T, run: IntercomRun) => Promise<R> {
  const answers = new WeakMap<T, Promise<R>>();
  return (record, run) => {
    const answer = answers.get(record) ?? ask(record, run);
    answers.set(record, answer);
    return answer;
  };
}

/** The same for what one sync needs only once. */
export function oncePerSync<R>(ask: (run: IntercomRun) => Promise<R>): (run: IntercomRun) => Promise<R> {
  const answers = new WeakMap<IntercomRun['context'], Promise<R>>();
  return (run) => {
    const answer = answers.get(run.context) ?? ask(run);
    answers.set(run.context, answer);
    return answer;
  };
}
