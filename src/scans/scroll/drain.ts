/**
 * Reads a scroll to its end: Intercom's only complete list of companies. A workspace has one scroll at a time.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/scrolloverallcompanies
 */
import { type JsonObject, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import pRetry from 'p-retry';
import type { IntercomRun } from '../../config/context.ts';
import { UnexpectedAnswer } from '../../intercom/errors.ts';
import { createProgress } from '../../intercom/progress.ts';
import { recordsOf } from '../../intercom/records.ts';

export interface Scroll {
  readonly name: string;
  readonly path: string;
  /** The key of an answer under which the records are. */
  readonly at: string;
}

export interface Drain<T> {
  readonly add: (records: readonly T[]) => Promise<void>;
  /** Forgets everything added. */
  readonly clear: () => Promise<void>;
}

/** How often a scroll that broke off is begun again. */
const MOST_RESTARTS = 5;
/** How many pages in a row may bring nothing new. */
const MOST_IDLE = 3;
/** Another scroll ends a minute after its last call, and several syncs may be queueing: this is about ten minutes. */
const MOST_WAITS = 40;

/** Adds every record of a scroll to `into`, which is cleared when the scroll must begin again. */
export async function drainScroll<T>(run: IntercomRun, resource: Scroll, into: Drain<T>): Promise<void> {
  for (let restarts = 0; ; restarts += 1) {
    const broken = await drainOnce(run, resource, into);
    if (!broken) return;
    if (restarts === MOST_RESTARTS) {
      throw new TransientError(
        `The scroll of ${resource.name} broke off ${MOST_RESTARTS + 1} times, last because of: ${broken.message}`,
        {
          cause: broken,
        },
      );
    }
    run.log('INFO', `The scroll of ${resource.name} broke off and begins again: ${broken.message}`);
    await into.clear();
  }
}

/** One scroll from its beginning. Returns why it broke off; undefined when it was complete. */
async function drainOnce<T>(run: IntercomRun, { path, at }: Scroll, into: Drain<T>): Promise<Error | undefined> {
  const progress = createProgress(`GET ${path}`);
  let body = await begin(run, path);
  let wasEmpty = false;
  let idle = 0;
  for (;;) {
    const records = recordsOf<T>(body, [at], { method: 'GET', path }, run);
    const fresh = progress.fresh(records);
    await into.add(fresh);
    // One empty page has been seen in the middle of a scroll: the second one in a row is the end.
    if (records.length === 0 && wasEmpty) return undefined;
    wasEmpty = records.length === 0;
    idle = fresh.length === 0 && !wasEmpty ? idle + 1 : 0;
    if (idle === MOST_IDLE) return new TransientError(`GET ${path} returns the same page again and again.`);
    try {
      // Asking twice could skip a page, so a scroll is never retried in its middle: it begins again.
      const query = { scroll_param: String(body.scroll_param) };
      body = await run.context.client.ask(run, { method: 'GET', path, query, retries: 0 });
    } catch (error) {
      // After an empty page a 404 says that the scroll is over; anywhere else, that it has expired.
      if (error instanceof SkippedError && wasEmpty) return undefined;
      if (error instanceof TransientError || error instanceof SkippedError) return error;
      throw error;
    }
  }
}

/** The first page. Waits while another program scrolls: at first a second, then up to 15 seconds at a time. */
function begin(run: IntercomRun, path: string): Promise<JsonObject> {
  return pRetry(() => run.context.client.ask(run, { method: 'GET', path }), {
    retries: MOST_WAITS,
    maxTimeout: 15_000,
    signal: run.signal,
    shouldRetry: ({ error }) => error instanceof UnexpectedAnswer && error.code === 'scroll_exists',
    onFailedAttempt: ({ attemptNumber }) => {
      if (attemptNumber > 1) return;
      const why = 'Intercom lets one program at a time scroll over the companies of a workspace, and another one does';
      run.log('INFO', `${why}: waiting until it ends, at most ten minutes.`);
    },
  }).catch((error: unknown) => {
    if (!(error instanceof UnexpectedAnswer) || error.code !== 'scroll_exists') throw error;
    throw new TransientError(
      'Another program keeps scrolling over the companies of this workspace: run one at a time.',
      {
        cause: error,
      },
    );
  });
}
