/** Keeps account of the calls of Intercom's current rate-limit window: how many more may start, and when. */
import { createCallSpread } from './call-spread.ts';
import type { Grant } from './grant.ts';
import { createServerClock } from './server-clock.ts';

export interface BudgetWindow {
  /** How many milliseconds the next call has to wait; 0 where it may start. */
  readonly waitMs: (nowMs: number) => number;
  /** Whether a 429 makes everyone wait, which no answer can shorten. */
  readonly isPaused: (nowMs: number) => boolean;
  readonly started: (nowMs: number) => void;
  /** A call ended. `grant`: the budget in its answer, if any. */
  readonly ended: (nowMs: number, grant: Grant | undefined) => void;
  /** Intercom answered 429 and asks for so many milliseconds without a call. */
  readonly refused: (nowMs: number, ms: number) => void;
}

/** Windows last ten seconds. The smallest documented limit of a workspace grants so many calls in a window. */
const FIRST_GUESS = 83;
const WINDOW_MS = 10_000;
/** No window is this long: an answer that names a longer one is not believed, since the sync would stand still meanwhile. */
const LONGEST_WAIT_MS = 60_000;
/** The part of the window's calls that others may have made without our having heard of them yet. */
const UNHEARD = 0.03;
/** This part of the window's calls stays for others, however many they made already, where `share` leaves them as much. */
const LAST_RESERVE = 0.1;
/** Others are heeded from this part of the window's calls on. */
const NOTICED = 0.01;

/** `share`: the part of each window's calls that may be used, 0 to 1. */
export function createBudgetWindow(share: number): BudgetWindow {
  const clock = createServerClock();
  const spread = createCallSpread();
  let limit = FIRST_GUESS;
  let underWay = 0;
  let refusedUntilMs = Number.NEGATIVE_INFINITY;

  let window = 0;
  let endsMs = Number.NEGATIVE_INFINITY;
  /** The reset that names the window. It is that of the window before as long as no answer confirmed the new one. */
  let reset = Number.NEGATIVE_INFINITY;
  let confirmed = true;
  let count = emptyCount(0);

  function open(ends: number): void {
    window += 1;
    endsMs = ends;
    count = emptyCount(underWay);
    clock.forget();
  }

  const left = () => count.remaining ?? limit;

  /** A call under way may or may not be counted in `remaining`: it is taken off until its answer is here. */
  const free = () => left() - underWay - count.unknown - Math.min(limit - 1, Math.round(forOthers()));

  /** The calls that others do not have yet of their part of the window. */
  function forOthers(): number {
    const part = limit * (1 - share);
    const least = Math.max(Math.min(part, limit * LAST_RESERVE), spread.isOn(window) ? limit * UNHEARD : 0);
    return Math.max(part - count.others, least);
  }

  /** Others that use the budget too would starve if all our calls came first: then they are spread over the window. */
  function watchOthers(): void {
    count.others = Math.max(count.others, limit - left() - count.granted - count.unknown - underWay);
    if (count.others > limit * NOTICED) spread.begin(window);
  }

  /** Whether an answer tells of the current window. One that names a later window opens it. */
  function isCurrent(named: number, nowMs: number): boolean {
    if (named === reset && confirmed) return true;
    const isLater = named > reset;
    if (!isLater) count.early -= 1;
    if (!isLater && count.early >= 0) return false;
    // More answers name an earlier window than calls were under way when it ended: it was not over yet.
    if (!isLater) clock.tooEarly(named, nowMs);
    if (confirmed || !isLater) open(clock.atMs(named));
    reset = named;
    confirmed = true;
    return true;
  }

  return {
    waitMs(nowMs) {
      if (nowMs >= endsMs) {
        open(nowMs + WINDOW_MS);
        confirmed = false;
      }
      const calls = free();
      if (calls <= 0) return Math.max(1, endsMs - nowMs, refusedUntilMs - nowMs);
      return Math.max(0, spread.isOn(window) ? spread.waitMs(nowMs, calls, endsMs) : 0, refusedUntilMs - nowMs);
    },
    isPaused: (nowMs) => nowMs < refusedUntilMs,
    started(nowMs) {
      underWay += 1;
      spread.started(nowMs);
    },
    ended(nowMs, grant) {
      underWay -= 1;
      if (!grant || (grant.reset - grant.date) * 1000 > LONGEST_WAIT_MS) {
        count.unknown += 1;
        return;
      }
      limit = grant.limit;
      clock.heard(grant.date, nowMs);
      if (!isCurrent(grant.reset, nowMs)) return;
      count.remaining = Math.min(left(), grant.remaining);
      count.granted += 1;
      endsMs = clock.atMs(reset);
      watchOthers();
    },
    refused(nowMs, ms) {
      refusedUntilMs = Math.max(refusedUntilMs, nowMs + Math.min(ms, LONGEST_WAIT_MS));
      // Where no answer names the budget, nothing is left of it until the window ends.
      if (reset === Number.NEGATIVE_INFINITY) count.remaining = 0;
      spread.begin(window);
    },
  };
}

/** What is known of the calls of one window. */
interface WindowCount {
  /** The smallest `remaining` of its answers, if any: a late answer must not undo what a newer one said. */
  remaining: number | undefined;
  /** Our calls that ended, with a grant and without. Nobody knows whether Intercom counted the latter. */
  granted: number;
  unknown: number;
  /** Calls that others made, at least. */
  others: number;
  /** Calls that were under way when the window opened, and may therefore belong to the one before. */
  early: number;
}

function emptyCount(early: number): WindowCount {
  return { remaining: undefined, granted: 0, unknown: 0, others: 0, early };
}
