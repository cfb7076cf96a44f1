/** Logs and metrics of a Singer tap, one line each on stderr, because stdout has only messages. */

import type { Log, LogLevel } from '../contract.ts';
import { createRedactor } from '../input/secrets.ts';

/** A metric in the format of Singer's own library: https://github.com/singer-io/singer-python#use-metrics */
export interface Metric {
  readonly type: 'counter' | 'timer';
  readonly metric: 'record_count' | 'http_request_count' | 'http_request_duration' | 'sync_duration' | 'job_duration';
  /** A count since the metric's last line, or seconds. */
  readonly value: number;
  readonly tags: Readonly<Record<string, string | number>>;
}

export interface SingerLog {
  readonly log: Log;
  readonly metric: (metric: Metric) => void;
  /** Covers these secrets in every later line. */
  readonly hide: (secrets: readonly string[]) => void;
}

/** Singer's names of the levels, the lowest level first. */
const NAMES = { TRACE: 'DEBUG', DEBUG: 'DEBUG', INFO: 'INFO', WARN: 'WARNING', ERROR: 'ERROR', FATAL: 'CRITICAL' };
const ORDER: readonly string[] = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];

/** `least`: the name of the lowest level to write, in upper or lower case. An unknown name means INFO. */
export function createSingerLog(
  least = 'INFO',
  write = (line: string): unknown => process.stderr.write(line),
): SingerLog {
  const from = Math.max(0, ORDER.indexOf(ORDER.includes(least.toUpperCase()) ? least.toUpperCase() : 'INFO'));
  let redact = createRedactor([]);
  const log = (level: LogLevel, message: string) => {
    const name = NAMES[level];
    if (ORDER.indexOf(name) >= from) write(`${name} ${redact(message)}\n`);
  };
  return {
    log,
    metric: (metric) => log('INFO', `METRIC: ${JSON.stringify(metric)}`),
    hide(secrets) {
      redact = createRedactor(secrets);
    },
  };
}
