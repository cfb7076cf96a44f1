/** Which stretches of time the jobs of a sync export. All times are epoch seconds. */

const DAY = 24 * 60 * 60;
/** The rows that one job of a backfill is there for. */
const WIDTH = 30 * DAY;
/** How many halves make a day of them. */
const TO_A_DAY = 4;

/** What one job exports. Its own rows are those sent before `until`; the later ones are there for what happened to its own. */
export interface Window {
  readonly after: number;
  readonly until: number;
  /** The last second that is asked for; that of the sync's last window is its own end. */
  readonly before: number;
}

export interface PlanOptions {
  /** The end of the last window. */
  readonly now: number;
  /** Seconds that the last window covers at least, since every sync exports them again. */
  readonly again: number;
  /** Seconds that the other windows reach beyond their own rows. */
  readonly beyond: number;
  /** How often the windows were halved. */
  readonly halved: number;
}

/**
 * The window whose own rows begin at `from` at the latest: whole days of UTC, since Intercom's example speaks in whole days.
 * The windows of a backfill lead up to the last one, so that it is the same one as in the next sync.
 */
export function windowFrom(from: number, { now, again, beyond, halved }: PlanOptions): Window {
  const after = dayOf(from);
  const width = scaled(WIDTH, halved);
  const rest = dayOf(now - reach(again, halved)) - after;
  if (rest < width) return { after, until: now, before: now };
  const odd = rest % width;
  const until = after + odd + (odd < width / 2 ? width : 0);
  return { after, until, before: Math.min(now, until + reach(beyond, halved) - 1) };
}

/** Whether no window follows. */
export function isLast({ until, before }: Window): boolean {
  return until === before;
}

/** Whether a window becomes smaller once more. */
export function canBeHalved({ after, before }: Window, options: PlanOptions): boolean {
  return windowFrom(after, { ...options, halved: options.halved + 1 }).before < before;
}

/** Whether the windows do not reach as far beyond their own rows as they should. */
export function isShort({ halved }: PlanOptions): boolean {
  return halved > TO_A_DAY;
}

/** Whole days, one at least. */
function scaled(seconds: number, halved: number): number {
  return Math.max(DAY, Math.floor(seconds / 2 ** halved / DAY) * DAY);
}

/** How far a window reaches is given up last: what happens there belongs to its own rows. */
function reach(seconds: number, halved: number): number {
  return seconds === 0 ? 0 : scaled(seconds, Math.max(0, halved - TO_A_DAY));
}

function dayOf(time: number): number {
  return Math.floor(time / DAY) * DAY;
}
