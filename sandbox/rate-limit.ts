/** Counts calls per window and reports the count in three headers (https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting). */
import type { Clock } from './clock.ts';

export interface Grant {
  readonly allowed: boolean;
  /** The number of the window since the epoch. */
  readonly window: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimit {
  /** Takes one call from the current window. */
  readonly take: () => Grant;
  /** Message of the refusal, as Intercom words it. */
  readonly message: string;
}

/** Windows of `seconds`, each granting `limit` calls; they begin at multiples of their length. */
export function createRateLimit(clock: Clock, limit: number, seconds: number): RateLimit {
  let window = -1;
  let used = 0;
  return {
    message: `Exceeded rate limit of ${limit} in ${seconds}_seconds`,
    take: () => {
      const current = Math.floor(clock.now() / (seconds * 1000));
      if (current !== window) {
        window = current;
        used = 0;
      }
      used += 1;
      return {
        allowed: used <= limit,
        window,
        headers: {
          'X-RateLimit-Limit': String(limit),
          'X-RateLimit-Remaining': String(Math.max(0, limit - used)),
          'X-RateLimit-Reset': String(Math.ceil((window + 1) * seconds)),
        },
      };
    },
  };
}
