/** Reads several windows at the same time, and as many pages ahead as it takes to keep the consumer busy. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Window } from './window.ts';

/** How many windows are read at the same time. */
const MOST_OPEN = 32;

/** The first answers of a server are slow and tell little: until so many pages came, the patience is ten times as long. */
const WARM_UP_PAGES = 3;

export interface SideBySide<P> {
  readonly windows: readonly Window[];
  /** Reads one window to its end. */
  readonly read: (window: Window) => AsyncGenerator<P>;
  /** Splits a part off a window; undefined if the window stays whole. `windows`: all that are not read to their end. */
  readonly split: (window: Window, windows: readonly Window[]) => Window | undefined;
  /** How long the consumer waits, in milliseconds, before one more page is read ahead. */
  readonly patienceMs: number;
}

interface Arrival<P> {
  readonly window: Window;
  /** Returns the page, or throws the error of the window. */
  readonly page: () => IteratorResult<P>;
}

/**
 * Yields the pages of all windows, those of one window in their order. While the consumer waits, more pages are read ahead,
 * of windows that are split for this: they hide the latency of Intercom. Throws the first error of a window.
 */
export async function* sideBySide<P>({ windows, read, split, patienceMs }: SideBySide<P>): AsyncGenerator<P> {
  const unopened = [...windows];
  const open = new Map<Window, AsyncGenerator<P>>();
  /** The open windows whose next page is not under way. */
  const idle: Window[] = [];
  const arrived: Arrival<P>[] = [];
  let underWay = 0;
  /** How many pages may be under way or wait for the consumer. Waiting pages take memory. */
  let ahead = 1;
  let came = 0;
  let wake = () => {};

  const pull = (window: Window) => {
    const arrive = (page: Arrival<P>['page']) => {
      underWay -= 1;
      arrived.push({ window, page });
      wake();
    };
    underWay += 1;
    (open.get(window) as AsyncGenerator<P>).next().then(
      (result) => arrive(() => result),
      (error: unknown) =>
        arrive(() => {
          throw error;
        }),
    );
  };
  const opened = () => {
    const window = open.size < MOST_OPEN ? unopened.shift() : undefined;
    if (window) open.set(window, read(window));
    return window;
  };
  const readAhead = () => {
    while (underWay + arrived.length < ahead) {
      const window = idle.shift() ?? opened();
      if (!window) return;
      pull(window);
    }
  };
  const widen = () => {
    if (ahead === MOST_OPEN) return;
    if (idle.length === 0 && unopened.length === 0) {
      const [largest] = [...open.keys()].toSorted((a, b) => b.left - a.left);
      const part = largest && split(largest, [...open.keys()]);
      if (!part) return;
      unopened.push(part);
    }
    ahead += 1;
  };

  try {
    for (;;) {
      readAhead();
      const arrival = arrived.shift();
      if (arrival) {
        const result = arrival.page();
        if (result.done) {
          open.delete(arrival.window);
          continue;
        }
        idle.push(arrival.window);
        // Most pages wait for the consumer, so fewer of them suffice.
        if (arrived.length > ahead / 2) ahead -= 1;
        // The next page is on its way while the consumer works on this one.
        readAhead();
        came += 1;
        yield result.value;
      } else if (underWay === 0) {
        return;
      } else {
        const next = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const late = await Promise.race([next, sleep(came < WARM_UP_PAGES ? 10 * patienceMs : patienceMs, true)]);
        if (late) widen();
      }
    }
  } finally {
    for (const pages of open.values()) pages.return(undefined).catch(() => undefined);
  }
}
