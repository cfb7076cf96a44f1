/** A limiter that drives calls to a simulated Intercom, which counts them as its documentation says. */
import { createRateLimiter } from './rate-limit.ts';
import { createTestClock } from './test-clock.ts';

export interface Simulation {
  /** Calls that Intercom grants in each window of ten seconds. Default: 1,667. */
  readonly limit?: number;
  /** The share of them that the limiter may use, 0 to 1. */
  readonly share: number;
  /** How long a call takes there and back, in milliseconds; each way takes up to half as long again, at random. */
  readonly latencyMs: number;
  /** Default: 128. */
  readonly callsAtOnce?: number;
  readonly windows: number;
  /** How far the first window has come when the sync starts, in milliseconds. Default: 3,700. */
  readonly startMs?: number;
  /** How many milliseconds the clock that writes Date is ahead of the one that counts windows. Default: 0. */
  readonly dateLeadsMs?: number;
  /** Another client of the same budget. */
  readonly others?: Others;
  /** Whether answers carry no header about the budget. */
  readonly headless?: boolean;
  /** The number of a call that is answered 429, whatever is left. */
  readonly refuse?: number;
}

interface Others {
  /** Calls in each of the windows `from` to `to`: all of them 1.5 seconds after the beginning, or evenly. */
  readonly calls: number;
  readonly from: number;
  readonly to: number;
  readonly at: 'once' | 'even';
}

export interface SimulatedWindow {
  /** Calls of the limiter and of the other client that Intercom granted, and that it refused with 429. */
  ours: number;
  refused: number;
  others: number;
  othersRefused: number;
  /** The most of our calls that arrived within 100 milliseconds. */
  burst: number;
}

const WINDOW_MS = 10_000;
/** Intercom's clock when the first window begins. Ours, which is monotonic, has nothing to do with it. */
const EPOCH_MS = 1_700_000_000_000;
const OUR_EPOCH_MS = 123_456.7;

/** Callers that always have a next call keep `callsAtOnce` of them under way. Resolves with the counts of each window. */
export async function simulate(options: Simulation): Promise<readonly SimulatedWindow[]> {
  const { share, latencyMs, callsAtOnce = 128, startMs = 3700, headless } = options;
  const clock = createTestClock(startMs);
  const server = createSimulatedServer(clock.now, options);
  const random = createRandom();
  const limiter = createRateLimiter({ share, now: () => clock.now() + OUR_EPOCH_MS, sleep: clock.sleep });
  const endMs = options.windows * WINDOW_MS;

  async function caller(): Promise<void> {
    const way = () => (latencyMs / 2) * (1 + random() / 2);
    for (;;) {
      await limiter.take(() => undefined);
      if (clock.now() >= endMs) return limiter.done(undefined);
      await clock.sleep(way());
      const { isRefused, grant } = server.ourCall();
      await clock.sleep(way());
      limiter.done(headless ? undefined : grant);
      if (isRefused) limiter.pause(headless ? WINDOW_MS : Math.max(1, grant.reset - grant.date) * 1000);
    }
  }

  const { calls, from, to, at } = options.others ?? { calls: 0, from: 0, to: 0, at: 'even' };
  for (let window = from; window <= to; window += 1) {
    for (let made = 0; made < calls; made += 1) {
      clock.at(window * WINDOW_MS + (at === 'once' ? 1500 : (made * WINDOW_MS) / calls), server.othersCall);
    }
  }
  for (let started = 0; started < callsAtOnce; started += 1) void caller();
  await clock.run(endMs);
  return server.windows.slice(0, options.windows);
}

/** Grants `limit` calls a window. The end of the window and the time are whole seconds, as in Intercom's headers. */
function createSimulatedServer(now: () => number, { limit = 1667, refuse, dateLeadsMs = 0 }: Simulation) {
  const windows: SimulatedWindow[] = [];
  const arrivals: number[] = [];

  function admit() {
    const at = Math.floor(now() / WINDOW_MS);
    windows[at] ??= { ours: 0, refused: 0, others: 0, othersRefused: 0, burst: 0 };
    const window = windows[at];
    const used = window.ours + window.refused + window.others + window.othersRefused + 1;
    const isRefused = used > limit || arrivals.length === refuse;
    const grant = {
      limit,
      remaining: isRefused ? 0 : limit - used,
      reset: (EPOCH_MS + (at + 1) * WINDOW_MS) / 1000,
      date: Math.floor((EPOCH_MS + now() + dateLeadsMs) / 1000),
    };
    return { window, isRefused, grant };
  }

  return {
    windows,
    ourCall() {
      arrivals.push(now());
      const { window, isRefused, grant } = admit();
      window[isRefused ? 'refused' : 'ours'] += 1;
      const before = arrivals.findLastIndex((ms) => ms <= now() - 100);
      window.burst = Math.max(window.burst, arrivals.length - 1 - before);
      return { isRefused, grant };
    },
    othersCall() {
      const { window, isRefused } = admit();
      window[isRefused ? 'othersRefused' : 'others'] += 1;
    },
  };
}

/** Numbers from 0 to 1, the same ones each time: a linear congruential generator with the constants of Numerical Recipes. */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
