/** The scan of a log that comes oldest first in pages by cursor: read on from the page at which the last sync stopped. */
import type { IntercomRun } from '../config/context.ts';
import type { Call } from '../intercom/call.ts';
import { UnexpectedAnswer } from '../intercom/errors.ts';
import type { NextPage } from '../intercom/next-page.ts';
import { listPages } from '../intercom/pages.ts';
import { LogCursor, type LogEntry } from './cursors/log-cursor.ts';
import type { SeenIds } from './newest-first.ts';
import type { Resource } from './resource.ts';
import { sessionOf } from './session.ts';
import { timeOf } from './time-of.ts';

export interface FeedOptions<T> extends Pick<Call, 'version'> {
  /** The name of the scan, under which a stream that hangs on two scans saves its state. */
  readonly name: string;
  /** The key of an answer under which the entries are. */
  readonly at: string;
  readonly perPage: number;
  /** An entry with its `created_at`, in the one form that cursors know. */
  readonly entry: (sent: object) => T;
  /** The id for the facts; undefined where the entry has none. */
  readonly about: (entry: T) => string | undefined;
}

export function feed<T extends LogEntry>(path: string, options: FeedOptions<T>): Resource<T, SeenIds> {
  return {
    name: options.name,
    endpoint: `GET ${path}`,
    cost: `one for ${options.perPage} entries since the last sync`,
    cursorField: 'created_at',
    begin(run) {
      const ids = new Set<string>();
      return sessionOf<T, LogCursor, SeenIds>({
        cursor: ({ mode }, saved) => new LogCursor(saved, mode, run.context.settings),
        async *batches(cursors) {
          for await (const entries of sinceCursors<T>(run, path, { ...options, cursors })) {
            for (const id of entries.map(options.about)) if (id !== undefined) ids.add(id);
            yield entries;
          }
        },
        facts: { ids },
      });
    },
  };
}

/** How a page was asked for, and its entries. */
interface Page<T> {
  readonly after: string | undefined;
  readonly entries: readonly T[];
}

/**
 * Cursors that stand at different pages begin anew together; each needs only what it has not passed. A cursor stays at the
 * first page that may have entries of the overlap, since entries may come late, and readers of the facts need the latest.
 */
async function* sinceCursors<T extends LogEntry>(
  run: IntercomRun,
  path: string,
  { cursors, ...options }: FeedOptions<T> & { readonly cursors: ReadonlySet<LogCursor> },
): AsyncGenerator<readonly T[]> {
  const { client, settings } = run.context;
  const t0 = await client.serverTime(run);
  const [start, ...others] = new Set([...cursors].map((cursor) => cursor.after));
  const recent: Page<T>[] = [];
  for await (const page of pagesAfter<T>(run, path, { ...options, after: others.length > 0 ? undefined : start })) {
    recent.push(page);
    while (recent.length > 1 && !(newestOf(recent[0]) >= t0 - settings.overlap)) recent.shift();
    yield page.entries;
    for (const cursor of cursors) cursor.pass(newestOf(page) || 0, recent[0]?.after);
    yield [];
  }
  // Where nothing came the cursors stay: Intercom answers so, too, while it cannot read its own log.
  if (recent.length === 0) for (const cursor of cursors) cursor.pass(0, cursor.after);
  yield [];
}

/** The time of its last entry; NaN where one has no time. */
function newestOf(page: Page<LogEntry> | undefined): number {
  return Math.max(...(page?.entries ?? []).map((entry) => timeOf(entry, 'created_at')));
}

/** The pages after a cursor, or all where Intercom no longer knows it. */
async function* pagesAfter<T>(
  run: IntercomRun,
  path: string,
  { after, ...options }: FeedOptions<T> & Pick<Page<T>, 'after'>,
): AsyncGenerator<Page<T>> {
  const { at, perPage, version, entry } = options;
  const query = after === undefined ? {} : { starting_after: after };
  const call = { method: 'GET', path, query, ...(version ? { version } : {}) } as const;
  let asked = after;
  const onNext = ({ starting_after }: NextPage) => {
    asked = starting_after === undefined ? undefined : String(starting_after);
  };
  try {
    for await (const sent of listPages<object>(run.context.client, run, { call, keys: [at], perPage, onNext })) {
      yield { after: asked, entries: sent.map(entry) };
    }
  } catch (error) {
    const isUnknown =
      error instanceof UnexpectedAnswer && error.status === 400 && after !== undefined && asked === after;
    if (!isUnknown) throw error;
    run.log('WARN', `Intercom no longer knows where ${path} was read to: it is read from its beginning.`);
    yield* pagesAfter(run, path, { ...options, after: undefined });
  }
}
