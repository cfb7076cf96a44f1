/** Reads several windows at the same time, and as many as it takes to keep its consumer busy. */
import type { Window } from './window.ts';

/** How many windows are read at the same time. */
const MOST_OPEN = 32;

export interface SideBySide<P> {
  readonly windows: readonly Window[];
  /** Reads one window to its end. */
  readonly read: (window: Window) => AsyncGenerator<P>;
  /** Splits a part off a window; undefined where it stays whole. `windows`: all that are not read to their end. */
  readonly split: (window: Window, windows: readonly Window[]) => Window | undefined;
}

interface Arrival<P> {
  readonly window: Window;
  readonly pages: AsyncGenerator<P>;
  readonly page: () => IteratorResult<P>;
}

/**
 * Yields the pages of all windows, those of one window in their order. Whenever the consumer waits, the window with the
 * most unread records is split: more windows than one then hide the latency of Intercom. Throws the first error of a window.
 */
export async function* sideBySide<P>({ windows, read, split }: SideBySide<P>): AsyncGenerator<P> {
  const waiting = [...windows];
  const open = new Map<Window, AsyncGenerator<P>>();
  const arrived: Arrival<P>[] = [];
  let wake = () => {};

  const arrive = (arrival: Arrival<P>) => {
    arrived.push(arrival);
    wake();
  };
  const pull = (window: Window, pages: AsyncGenerator<P>) => {
    pages.next().then(
      (result) => arrive({ window, pages, page: () => result }),
      (error: unknown) => {
        arrive({
          window,
          pages,
          page: () => {
            throw error;
          },
        });
      },
    );
  };
  const start = (window: Window) => {
    const pages = read(window);
    open.set(window, pages);
    pull(window, pages);
  };
  const splitLargest = () => {
    const [largest] = [...open.keys()].toSorted((a, b) => b.left - a.left);
    const part = largest && split(largest, [...open.keys(), ...waiting]);
    if (part) start(part);
  };

  try {
    for (;;) {
      while (open.size < MOST_OPEN && waiting.length > 0) start(waiting.shift() as Window);
      if (open.size === 0) return;
      if (arrived.length === 0) {
        if (open.size < MOST_OPEN) splitLargest();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const { window, pages, page } = arrived.shift() as Arrival<P>;
      const result = page();
      if (result.done) {
        open.delete(window);
        continue;
      }
      // The next page is on its way while the consumer works on this one.
      pull(window, pages);
      yield result.value;
    }
  } finally {
    for (const pages of open.values()) pages.return(undefined).catch(() => undefined);
  }
}
