/**
 * The scan of a log: entries that never change, asked for in windows of time from the cursor to now.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/listactivitylogs
 */
import type { IntercomRun } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import { LogCursor, type LogEntry } from './cursors/log-cursor.ts';
import type { Resource } from './resource.ts';
import { sessionOf } from './session.ts';
import { timeOf } from './time-of.ts';

export interface LogOptions {
  /** The key of an answer under which the entries are. */
  readonly at: string;
  readonly perPage: number;
}

export function log<T extends LogEntry>(path: string, options: LogOptions): Resource<T> {
  return {
    name: path,
    endpoint: `POST ${path}`,
    cost: `one for ${options.perPage} entries, at least one for each stretch of time`,
    cursorField: 'created_at',
    begin: (run) =>
      sessionOf<T, LogCursor, undefined>({
        cursor: ({ mode }, saved) => new LogCursor(saved, mode, run.context.settings),
        batches: (cursors) => windows<T>(run, path, { ...options, cursors }),
        facts: undefined,
      }),
  };
}

/**
 * One window after the other, oldest first, since the order inside an answer is undocumented: the watermark may move after
 * each. A window that fits on one page makes the next one twice as wide, so that quiet years cost few calls.
 */
async function* windows<T extends LogEntry>(
  run: IntercomRun,
  path: string,
  { at, perPage, cursors }: LogOptions & { readonly cursors: ReadonlySet<LogCursor> },
): AsyncGenerator<readonly T[]> {
  const { client, settings } = run.context;
  const t0 = await client.serverTime(run);
  let width = settings.logWindow;
  for (let from = Math.min(...[...cursors].map((cursor) => cursor.from)); from < t0; ) {
    const below = Math.min(from + width, t0);
    const within = (entry: T) => {
      const time = timeOf(entry, 'created_at');
      return !(time < from || time >= below);
    };
    // Whether the bounds are included is undocumented: asked a second wider, and cut exactly here.
    const call = { method: 'POST', path, body: { created_at_after: from - 1, created_at_before: below } } as const;
    let count = 0;
    for await (const page of listPages<T>(client, run, { call, keys: [at], perPage })) {
      count += 1;
      yield page.filter(within);
    }
    for (const cursor of cursors) cursor.pass(below);
    yield [];
    width = count > 1 ? settings.logWindow : width * 2;
    from = below;
  }
}
