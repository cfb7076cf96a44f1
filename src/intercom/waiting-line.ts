/** Callers that wait for their turn, first come, first served. One timer serves them all. */

export interface WaitingLineOptions {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** How many milliseconds the first of the line has to wait; 0 where it may go. */
  readonly waitMs: () => number;
  /** Told of each one that goes. */
  readonly go: () => void;
  /** Whether nothing but time can end the wait: only then are the waiting told how long it lasts. */
  readonly isSure: () => boolean;
}

export interface WaitingLine {
  /** Resolves when it is the caller's turn. Rejects once `signal` is aborted. */
  readonly wait: (onWait: (ms: number) => void, signal?: AbortSignal) => Promise<void>;
  /** Lets go whoever may go now: something other than time has changed. */
  readonly look: () => void;
}

interface Waiting {
  readonly onWait: (ms: number) => void;
  readonly go: () => void;
  /** The moment, in milliseconds, until which this one was told to wait. */
  toldMs: number;
}

/** Why a timer is stopped. Without a reason, each stop would make an error with a stack. */
const NOT_NEEDED = 'not needed';

export function createWaitingLine({ now, sleep, waitMs, go, isSure }: WaitingLineOptions): WaitingLine {
  const line = new Set<Waiting>();
  let timer: { readonly untilMs: number; readonly stop: AbortController } | undefined;

  function look(): void {
    for (const first of line) {
      const ms = waitMs();
      if (ms > 0) {
        wakeIn(ms);
        return;
      }
      line.delete(first);
      go();
      first.go();
    }
    timer?.stop.abort(NOT_NEEDED);
    timer = undefined;
  }

  function wakeIn(ms: number): void {
    const untilMs = now() + ms;
    if (isSure()) tell(ms, untilMs);
    if (timer && Math.abs(timer.untilMs - untilMs) < 1) return;
    timer?.stop.abort(NOT_NEEDED);
    const stop = new AbortController();
    timer = { untilMs, stop };
    const wake = () => {
      if (timer?.stop !== stop) return;
      timer = undefined;
      look();
    };
    sleep(ms, stop.signal).then(wake, () => undefined);
  }

  function tell(ms: number, untilMs: number): void {
    for (const waiting of line) {
      if (untilMs <= waiting.toldMs + 1) continue;
      waiting.toldMs = untilMs;
      waiting.onWait(ms);
    }
  }

  return {
    look,
    wait(onWait, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          line.delete(waiting);
          reject(signal?.reason);
          look();
        };
        const waiting: Waiting = {
          onWait,
          toldMs: Number.NEGATIVE_INFINITY,
          go() {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
        };
        line.add(waiting);
        signal?.addEventListener('abort', leave, { once: true });
        look();
      });
    },
  };
}
