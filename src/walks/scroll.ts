/**
 * The walk of companies: Intercom's only complete way through them is a scroll, of which a workspace has one at a time.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/scrolloverallcompanies
 */
import { type JsonObject, SkippedError, TransientError, type Walk } from '@airbyte-ts/cdk-shim';
import pRetry from 'p-retry';
import { UnexpectedAnswer } from '../intercom/errors.ts';
import type { Intercom, IntercomRun } from '../intercom/intercom.ts';
import { type CursorItem, CursorPlace } from './cursor-place.ts';
import { createSpool, type Spool } from './spool.ts';

export interface ScrollResource<T> {
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  /** Sees every record of the scroll, also those that no stream lacks, before the first is handed out. */
  readonly watch?: (record: T, run: IntercomRun) => void;
}

const BATCH = 100;
/** How often a scroll that broke off is begun again. */
const MOST_RESTARTS = 5;
/** Another scroll ends a minute after its last call, and several syncs may be queueing: this is about ten minutes. */
const MOST_WAITS = 40;

/** Drains the scroll at its own speed into a spool, then hands out what the streams lack from there. */
export function scrollWalk<T extends CursorItem>(resource: ScrollResource<T>): Walk<T, Intercom> {
  return {
    name: resource.name,
    place: (state, mode, { settings }) => new CursorPlace(state, mode, settings.overlap),
    async *batches(run, active) {
      const t0 = await run.context.client.serverTime(run);
      const places = [...active].filter((place) => place instanceof CursorPlace);
      const spool = await createSpool<T>();
      try {
        await drain(run, resource, spool, (record) => {
          resource.watch?.(record, run);
          return places.some((place) => place.lacks(record));
        });
        yield* spool.batches(BATCH);
      } finally {
        await spool.close();
      }
      for (const place of places) place.end(t0);
    },
  };
}

async function drain<T>(
  run: IntercomRun,
  resource: ScrollResource<T>,
  spool: Spool<T>,
  lacking: (record: T) => boolean,
): Promise<void> {
  for (let restarts = 0; ; restarts += 1) {
    const broken = await drainOnce(run, resource, (records: readonly T[]) => spool.add(records.filter(lacking)));
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
    await spool.clear();
  }
}

/** One scroll from its beginning. Returns why it broke off; undefined when it came to its end. */
async function drainOnce<T>(
  run: IntercomRun,
  { path, recordsAt }: ScrollResource<T>,
  add: (records: readonly T[]) => Promise<void>,
): Promise<Error | undefined> {
  let body = await begin(run, path);
  for (;;) {
    const records = body[recordsAt];
    if (!Array.isArray(records))
      throw new Error(`The answer to GET ${path} holds no list "${recordsAt}": please report it.`);
    if (records.length === 0) return undefined;
    await add(records);
    try {
      // Asking twice could skip a page, so a scroll is never retried in its middle: it begins again.
      const query = { scroll_param: String(body.scroll_param) };
      body = await run.context.client.ask(run, { method: 'GET', path, query, retries: 0 });
    } catch (error) {
      // A 404 means that the scroll has expired, never that the data has ended.
      if (error instanceof TransientError || error instanceof SkippedError) return error;
      throw error;
    }
  }
}

/** The first page. While somebody else scrolls, waits until they are done: at first a second, then up to a quarter of a minute. */
function begin(run: IntercomRun, path: string): Promise<JsonObject> {
  return pRetry(() => run.context.client.ask(run, { method: 'GET', path }), {
    retries: MOST_WAITS,
    maxTimeout: 15_000,
    shouldRetry: ({ error }) => error instanceof UnexpectedAnswer && error.code === 'scroll_exists',
    onFailedAttempt: ({ attemptNumber, error }) => {
      if (attemptNumber > 1) return;
      run.log('INFO', `Waiting until nobody else scrolls over the companies of this workspace: ${error.message}`);
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
