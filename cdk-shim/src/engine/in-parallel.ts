/** Bounded concurrency: a few tasks at a time. */

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
