/** The one way in which this connector talks to Intercom: paced, retried, parsed with care. */
import { endsSync, type JsonObject, type Run, TransientError } from '@airbyte-ts/cdk-shim';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import type { Call } from './call.ts';
import { statusOf } from './error-codes.ts';
import { errorOf, JobsPendingError, RefusedError, saysJobsArePending } from './errors.ts';
import type { RateLimiter } from './rate-limit.ts';
import { type Answer, createTransport, type TransportOptions } from './transport.ts';

/**
 * The caller is told of calls, of waits for quota, and of entries left out of answers; its signal ends calls, waits and
 * retries. A `Run` of the engine is a caller.
 */
export type Caller = Pick<Run<unknown>, 'on' | 'log' | 'signal'>;

export interface Client {
  /**
   * The body of a good answer: 2xx, no list of errors, and a JSON object unless the call says otherwise. Throws ConfigError
   * that ends the sync (the token is not accepted), RefusedError (a permission or the plan), TransientError (429, 408, 5xx,
   * network, another body; after retries), SkippedError (404, 410), JobsPendingError (as many export jobs run as the
   * workspace may have) or UnexpectedAnswer (anything else). The body is empty where the call saves it.
   */
  readonly ask: <A = JsonObject>(caller: Caller, call: Call<A>) => Promise<A>;
  /** Intercom's clock in epoch seconds: the Date header of the latest answer, asking for one if there was none yet. */
  readonly serverTime: (caller: Caller) => Promise<number>;
  readonly close: () => void;
}

export interface ClientOptions extends TransportOptions {
  readonly limiter: RateLimiter;
  /** How many calls may be under way at the same time. Default: 128, which uses up Intercom's limit even where an answer takes half a second. */
  readonly callsAtOnce?: number;
  /** Retries of one call; each waits twice as long as the one before. Default: 6. */
  readonly retries?: number;
  /** The first of these waits, in milliseconds. Default: 1000. */
  readonly firstWaitMs?: number;
}

/** A person is told of a call that waits longer than this, in milliseconds, before it is made again. */
const TOLD_FROM_MS = 10_000;

export function createClient(options: ClientOptions): Client {
  const { limiter, firstWaitMs = 1000 } = options;
  const transport = createTransport(options);
  const inTurn = pLimit(options.callsAtOnce ?? 128);
  const closing = new AbortController();
  const endings = new WeakMap<AbortSignal, AbortSignal>();
  let latestDate: number | undefined;
  let tokenProof: Promise<void> | undefined;

  /** Aborted when the caller's sync ends, or the client is closed. Exchanges under way end with it. */
  function endOf({ signal }: Caller): AbortSignal {
    const known = endings.get(signal);
    if (known) return known;
    const end = AbortSignal.any([signal, closing.signal]);
    end.addEventListener('abort', () => transport.close(), { once: true });
    endings.set(signal, end);
    return end;
  }

  async function attempt<A>(caller: Caller, call: Call<A>): Promise<A> {
    const onWait = (ms: number) => {
      if (ms > 1000) caller.on({ type: 'wait', untilMs: Date.now() + ms });
    };
    await limiter.take(onWait, endOf(caller));
    caller.on({ type: 'call' });
    let answer: Answer | undefined;
    const began = performance.now();
    try {
      answer = await transport.send(call);
      caller.log(
        'DEBUG',
        `${call.method} ${call.path}: ${answer.status} in ${Math.round(performance.now() - began)} ms`,
      );
      latestDate = answer.date ?? latestDate;
    } finally {
      limiter.done(answer?.grant);
    }
    return bodyOf(answer, call, (ms) => limiter.pause(ms));
  }

  async function retried<A>(caller: Caller, call: Call<A>): Promise<A> {
    const retries = call.retries ?? options.retries ?? 6;
    let doubted = false;
    return pRetry(() => inTurn(() => attempt(caller, call)), {
      // One more than asked for, for the doubt about a 401.
      retries: retries + 1,
      minTimeout: firstWaitMs,
      maxTimeout: 60_000,
      randomize: true,
      signal: endOf(caller),
      shouldConsumeRetry: ({ error }) => !waitsForQuota(error),
      shouldRetry: ({ error, retriesConsumed }) => {
        if (waitsForQuota(error)) return true;
        if (error instanceof TransientError) return retriesConsumed < retries;
        // Intercom has been seen to refuse a good token for a moment: one refusal is not believed.
        if (!(endsSync(error) || isUnclear(error)) || doubted) return false;
        doubted = true;
        return true;
      },
      onFailedAttempt: ({ error, attemptNumber, retryDelay }) => {
        if (!(error instanceof TransientError) || retryDelay === 0) return;
        caller.on({ type: 'retry', attempt: attemptNumber, delayMs: retryDelay, reason: error.message });
        const seconds = Math.round(retryDelay / 1000);
        const again = `${error.message} This is try ${attemptNumber}; the next one is in ${seconds} s.`;
        caller.log(retryDelay > TOLD_FROM_MS ? 'INFO' : 'DEBUG', again);
      },
    });
  }

  async function ask<A>(caller: Caller, call: Call<A>): Promise<A> {
    try {
      return await retried(caller, call);
    } catch (error) {
      if (isUnclear(error)) await proveToken(caller, call.retries);
      throw error;
    }
  }

  /** Throws the error that ends the sync where Intercom does not accept the token. Asks once, however many calls are refused. */
  async function proveToken(caller: Caller, retries: number | undefined): Promise<void> {
    tokenProof ??= retried(caller, { ...ME, retries }).then(
      () => undefined,
      (error: unknown) => {
        if (endsSync(error)) throw error;
        tokenProof = undefined;
      },
    );
    await tokenProof;
  }

  return {
    ask,
    async serverTime(caller) {
      if (latestDate === undefined) await ask(caller, ME);
      if (latestDate !== undefined) return latestDate;
      caller.log('WARN', 'Intercom sends no Date header: the clock of this machine is used instead.');
      return Math.floor(Date.now() / 1000);
    },
    close() {
      closing.abort(new Error('the client is closed'));
      transport.close();
    },
  };
}

/** Every token may ask who it is. */
const ME: Call = { method: 'GET', path: '/me' };

/** Whether the token may be the reason for a refusal that names no clear one. */
function isUnclear(error: unknown): boolean {
  return error instanceof RefusedError && error.unclear;
}

function waitsForQuota(error: unknown): boolean {
  return error instanceof TransientError && error.retryAfterMs !== undefined;
}

/** The body of a good answer, or the error that the answer amounts to. */
function bodyOf<A>(answer: Answer, { method, path, isAnswer }: Call<A>, pause: (ms: number) => void): A {
  const call = `${method} ${path}`;
  const status = statusOf(answer);
  if (status === 429 && saysJobsArePending(answer.body)) throw new JobsPendingError(call);
  if (status === 429) {
    const waitMs = answer.waitMs;
    pause(waitMs);
    throw new TransientError(`Intercom asks ${call} to wait ${Math.ceil(waitMs / 1000)} s.`, { retryAfterMs: waitMs });
  }
  if (status !== 'good') throw errorOf({ ...answer, status, call });
  if ((isAnswer ?? isObject)(answer.body)) return answer.body as A;
  throw new TransientError(
    `Intercom answered ${call} with something that is ${isAnswer ? 'no answer to it' : 'not a JSON object'}.`,
  );
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
