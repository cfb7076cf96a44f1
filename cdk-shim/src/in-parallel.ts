/** Bounded concurrency: a few tasks at a time, in any order or in the order of their items. */

/** Runs `task` over all items, at most `limit` at once. Rejects with the first error, once no more are started. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

/** Yields `task(item)` for each item in the order of the items, with at most `limit` under way. */
export async function* inOrder<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T) => R | Promise<R>,
): AsyncGenerator<R> {
  const underWay: (R | Promise<R>)[] = [];
  for (const item of items) {
    const result = task(item);
    // A rejection is seen when its turn comes; until then it must not count as unhandled.
    if (result instanceof Promise) result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= limit) yield await (underWay.shift() as R | Promise<R>);
  }
  for (const result of underWay) yield await result;
}
