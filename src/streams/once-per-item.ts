/** Answers about one item of a scan, asked for once however many streams make rows of them. */
import type { IntercomRun } from '../config/context.ts';

/** Keeps the answer for as long as the item is in memory: until its batch is over. */
export function oncePerItem<T extends object, R>(
  ask: (item: T, run: IntercomRun) => Promise<R>,
): (item: T, run: IntercomRun) => Promise<R> {
  const answers = new WeakMap<T, Promise<R>>();
  return (item, run) => {
    const known = answers.get(item);
    if (known) return known;
    const asked = ask(item, run);
    answers.set(item, asked);
    return asked;
  };
}
