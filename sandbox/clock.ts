/** The sandbox's own time: starts where it is told, runs in real time, and can be moved forward. */
import { performance } from 'node:perf_hooks';

export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whole epoch seconds: the unit of every time in Intercom's bodies. */
  readonly seconds: () => number;
  /** Moves the clock forward by so many seconds. */
  readonly advance: (seconds: number) => void;
}

/** A clock that shows `start` (epoch milliseconds) now. */
export function createClock(start: number): Clock {
  const origin = performance.now();
  let advanced = 0;
  const now = () => start + Math.floor(performance.now() - origin) + advanced;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: (seconds) => {
      advanced += Math.round(seconds * 1000);
    },
  };
}
