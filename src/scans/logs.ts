/** The scan of the logs of several records, each asked for from the cursor to now: entries that never change, newest first. */
import { SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import { LogCursor, type LogEntry } from './cursors/log-cursor.ts';
import type { Resource } from './resource.ts';
import { sessionOf } from './session.ts';

export interface LogsOptions {
  /** The records that have a log each. */
  readonly owners: (run: IntercomRun) => Promise<readonly { readonly id: string }[]>;
  /** The key of an answer under which the entries are. */
  readonly at: string;
  readonly perPage: number;
  /** The parameter for the time from which entries are asked for, in epoch seconds. */
  readonly since: string;
}

/** `path` holds the id of a record as `{id}`. */
export function logs<T extends LogEntry>(path: string, options: LogsOptions): Resource<T> {
  return {
    name: path,
    endpoint: `GET ${path}`,
    cost: `one for each log, and one for each ${options.perPage} entries since the last sync`,
    cursorField: 'created_at',
    begin: (run) =>
      sessionOf<T, LogCursor, undefined>({
        cursor: ({ mode }, saved) => new LogCursor(saved, mode, run.context.settings),
        batches: (cursors) => entries<T>(run, path, { ...options, cursors }),
        facts: undefined,
      }),
  };
}

/** The watermark moves at the end, since the logs are read one after the other. */
async function* entries<T extends LogEntry>(
  run: IntercomRun,
  path: string,
  { owners, at, perPage, since, cursors }: LogsOptions & { readonly cursors: ReadonlySet<LogCursor> },
): AsyncGenerator<readonly T[]> {
  const { client } = run.context;
  const t0 = await client.serverTime(run);
  const from = Math.min(...[...cursors].map((cursor) => cursor.from));
  for (const { id } of await owners(run)) {
    const call = { method: 'GET', path: path.replace('{id}', id), query: { [since]: Math.max(0, from - 1) } } as const;
    try {
      yield* listPages<T>(client, run, { call, keys: [at], perPage });
    } catch (error) {
      // The record was deleted since it was listed, and its log with it.
      if (!(error instanceof SkippedError)) throw error;
    }
  }
  for (const cursor of cursors) cursor.pass(t0);
  yield [];
}
