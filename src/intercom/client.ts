/** The one way in which this connector talks to Intercom: paced, retried, parsed with care. */
import { endsSync, type JsonObject, type Run, TransientError } from '@airbyte-ts/cdk-shim';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import type { Call } from './call.ts';
import { errorOf } from './errors.ts';
import type { RateLimiter } from './rate-limit.ts';
import { type Answer, createTransport, type TransportOptions } from './transport.ts';

/** Who asks: hears what calls cost, when they wait, and what was left out of their answers. A `Run` of the engine is one. */
export type Caller = Pick<Run<unknown>, 'called' | 'waits' | 'log' | 'note'>;

export interface Client {
  /**
   * The body of a 2xx answer. Throws ConfigError (401, 403), TransientError (429, 408, 5xx, network, no JSON object;
   * after retries), SkippedError (404, 410) or UnexpectedAnswer (any other status).
   */
  ask(caller: Caller, call: Call): Promise<JsonObject>;
  /** Intercom's clock in epoch seconds: the Date header of the latest answer, asking for one if there was none yet. */
  serverTime(caller: Caller): Promise<number>;
  close(): void;
}

export interface ClientOptions extends TransportOptions {
  readonly limiter: RateLimiter;
  /** How many calls may be under way at the same time. Default: 32. */
  readonly callsAtOnce?: number;
  /** Retries of one call; each waits twice as long as the one before. Default: 6. */
  readonly retries?: number;
  /** The first of these waits, in milliseconds. Default: 1000. */
  readonly firstWaitMs?: number;
}

export function createClient(options: ClientOptions): Client {
  const { limiter, firstWaitMs = 1000 } = options;
  const transport = createTransport(options);
  const inTurn = pLimit(options.callsAtOnce ?? 32);
  let latestDate: number | undefined;

  async function attempt(caller: Caller, call: Call): Promise<JsonObject> {
    await limiter.take((ms) => {
      if (ms > 1000) caller.waits(Date.now() + ms);
    });
    caller.called();
    let answer: Answer | undefined;
    try {
      answer = await transport.send(call);
      latestDate = answer.date ?? latestDate;
    } finally {
      limiter.done(answer?.grant);
    }
    return bodyOf(answer, call, (ms) => limiter.pause(ms));
  }

  async function ask(caller: Caller, call: Call): Promise<JsonObject> {
    const retries = call.retries ?? options.retries ?? 6;
    let doubted = false;
    return pRetry(() => inTurn(() => attempt(caller, call)), {
      // One more than asked for, for the doubt about a 401.
      retries: retries + 1,
      minTimeout: firstWaitMs,
      maxTimeout: 60_000,
      randomize: true,
      shouldConsumeRetry: ({ error }) => !waitsForQuota(error),
      shouldRetry: ({ error, retriesConsumed }) => {
        if (waitsForQuota(error)) return true;
        if (error instanceof TransientError) return retriesConsumed < retries;
        // Intercom has been seen to refuse a good token for a moment: one refusal is not believed.
        if (!endsSync(error) || doubted) return false;
        doubted = true;
        return true;
      },
      onFailedAttempt: ({ error }) => {
        if (error instanceof TransientError) caller.log('DEBUG', error.message);
      },
    });
  }

  return {
    ask,
    async serverTime(caller) {
      if (latestDate === undefined) await ask(caller, { method: 'GET', path: '/me' });
      if (latestDate !== undefined) return latestDate;
      caller.log('WARN', 'Intercom sends no Date header: the clock of this machine is used instead.');
      return Math.floor(Date.now() / 1000);
    },
    close: () => transport.close(),
  };
}

function waitsForQuota(error: unknown): boolean {
  return error instanceof TransientError && error.retryAfterMs !== undefined;
}

/** The body of a good answer, or the error that the answer amounts to. */
function bodyOf(answer: Answer, { method, path }: Call, pause: (ms: number) => void): JsonObject {
  const call = `${method} ${path}`;
  if (answer.status === 429) {
    const waitMs = answer.waitMs;
    pause(waitMs);
    throw new TransientError(`Intercom asks ${call} to wait ${Math.ceil(waitMs / 1000)} s.`, { retryAfterMs: waitMs });
  }
  if (answer.status < 200 || answer.status > 299) throw errorOf({ ...answer, call });
  if (typeof answer.body === 'object' && answer.body !== null && !Array.isArray(answer.body)) {
    return answer.body as JsonObject;
  }
  throw new TransientError(`Intercom answered ${call} with something that is not a JSON object.`);
}
