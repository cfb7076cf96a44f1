/** The scan of a list that can be asked for what changed since a time. */
import type { IntercomRun } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import { type CursorItem, WatermarkCursor } from './cursors/watermark-cursor.ts';
import type { Resource } from './resource.ts';
import { sessionOf } from './session.ts';

export interface ChangedListOptions {
  /** The key of an answer under which the records are. */
  readonly at: string;
  readonly perPage: number;
  /** The parameter for the time after which a record must have changed, in epoch seconds. */
  readonly since: string;
}

export function changedList<T extends CursorItem>(path: string, options: ChangedListOptions): Resource<T> {
  return {
    name: path,
    endpoint: `GET ${path}`,
    cost: `one for ${options.perPage} records that changed`,
    cursorField: 'updated_at',
    begin: (run) =>
      sessionOf<T, WatermarkCursor, undefined>({
        cursor: ({ name, mode }, state) =>
          new WatermarkCursor({ stream: name, state, mode, overlap: run.context.settings.overlap }),
        batches: (cursors) => changed<T>(run, path, { ...options, cursors }),
        facts: undefined,
      }),
  };
}

async function* changed<T>(
  run: IntercomRun,
  path: string,
  { at, perPage, since, cursors }: ChangedListOptions & { readonly cursors: ReadonlySet<WatermarkCursor> },
): AsyncGenerator<readonly T[]> {
  const { client } = run.context;
  const t0 = await client.serverTime(run);
  // A second less, since it is undocumented whether the time itself counts.
  const from = Math.min(...[...cursors].map((cursor) => cursor.from)) - 1;
  const call = { method: 'GET', path, query: from > 0 ? { [since]: from } : {} } as const;
  yield* listPages<T>(client, run, { call, keys: [at], perPage });
  for (const cursor of cursors) cursor.end(t0);
  yield [];
}
