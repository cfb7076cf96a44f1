/** The words in which the progress of a sync is shown. */

/** How far one stream is. */
export interface Line {
  rows: number;
  /** Items that its scans read. */
  items: number;
  /** How many items the API counts, where it does. */
  total?: number;
  /** On the clock of `performance.now()`. */
  startedAt: number;
  ended?: 'COMPLETE' | 'INCOMPLETE';
}

export interface ProgressFacts {
  /** Since the sync began. */
  readonly seconds: number;
  readonly calls: number;
  /** Epoch milliseconds. */
  readonly waitsUntilMs: number;
  /** The latest call that was made again, in words; empty if there is none. */
  readonly retry: string;
}

interface Screen extends ProgressFacts {
  readonly height: number;
  readonly width: number;
}

type Lines = ReadonlyMap<string, Line>;

/** One line for a log. */
export function sentenceOfProgress(lines: Lines, { seconds, calls, waitsUntilMs }: ProgressFacts): string {
  const running = [...lines].filter(([, { ended }]) => ended === undefined);
  const parts = running.slice(0, 5).map(([name, line]) => `${name} ${shareOf(line)}`);
  const more = running.length > 5 ? ` and ${running.length - 5} more` : '';
  const wait = waitOf(waitsUntilMs);
  return `${duration(seconds)}: ${sumOf(lines)} rows, ${calls} calls, ${lines.size - running.length} of ${lines.size} streams ended; reading ${parts.join(', ')}${more}${wait ? `; ${wait}` : ''}`;
}

/** A line for each stream that is read, as many as fit, and a line for the whole sync. */
export function linesOfProgress(lines: Lines, screen: Screen): string {
  const running = [...lines].filter(([, { ended }]) => ended === undefined);
  const fitting = running.slice(0, Math.max(1, screen.height - 4));
  const width = Math.max(0, ...fitting.map(([name]) => name.length));
  const each = fitting.map(([name, line]) => `${name.padEnd(width)}  ${shareOf(line)}  ${speedOf(line)}`);
  const rate = screen.seconds > 0 ? Math.round(sumOf(lines) / screen.seconds) : 0;
  const all = `${sumOf(lines)} rows, ${rate} a second; ${screen.calls} calls; ${lines.size - running.length} of ${lines.size} streams ended; ${duration(screen.seconds)}`;
  const others = [waitOf(screen.waitsUntilMs), screen.retry].filter((text) => text !== '');
  return [...each, all, ...others].map((line) => line.slice(0, screen.width - 1)).join('\n');
}

function shareOf({ rows, items, total }: Line): string {
  if (total === undefined || total === 0) return `${rows} rows`;
  return `${rows} rows, ${Math.min(100, Math.floor((100 * items) / total))} % of ${total}`;
}

function speedOf({ rows, items, total, startedAt }: Line): string {
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = `${Math.round(rows / Math.max(seconds, 0.1))} a second`;
  if (total === undefined || items === 0 || items >= total || seconds < 2) return rate;
  return `${rate}, ${duration((seconds * (total - items)) / items)} left`;
}

function sumOf(lines: Lines): number {
  return [...lines.values()].reduce((sum, { rows }) => sum + rows, 0);
}

function waitOf(untilMs: number): string {
  const seconds = Math.ceil((untilMs - Date.now()) / 1000);
  return seconds > 0 ? `waiting ${seconds} s for the rate limit` : '';
}

/** "7 s", "3 min 5 s" or "2 h 10 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
