/** Answers about many items, asked for in groups: rows ask for one item each, and one call brings the answers of a group. */
import { setImmediate as laterTurn } from 'node:timers/promises';
import type { Intercom, IntercomRun } from '../config/context.ts';

/** Items that are asked for together. */
interface Group<R> {
  readonly ids: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, R>>;
}

/**
 * Collects the ids that rows ask for at the same time, as the engine makes the rows of a batch side by side. `ask` is given
 * up to `most` different ids, and the run of the row that asked first. The result is undefined for an id without an answer.
 */
export function inGroups<R>(
  most: number,
  ask: (ids: readonly string[], run: IntercomRun) => Promise<ReadonlyMap<string, R>>,
): (id: string, run: IntercomRun) => Promise<R | undefined> {
  const open = new WeakMap<Intercom, Group<R>>();

  function groupFor(run: IntercomRun): Group<R> {
    const { context } = run;
    const known = open.get(context);
    if (known && known.ids.size < most) return known;
    const ids = new Set<string>();
    const group: Group<R> = {
      ids,
      answers: laterTurn().then(() => {
        if (open.get(context) === group) open.delete(context);
        return ask([...ids], run);
      }),
    };
    open.set(context, group);
    return group;
  }

  return async (id, run) => {
    const { ids, answers } = groupFor(run);
    ids.add(id);
    return (await answers).get(id);
  };
}
