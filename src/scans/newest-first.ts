/** The scan of a list that comes newest first in numbered pages: read as far back as the watermark. */
import type { IntercomRun } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import { type CursorItem, WatermarkCursor } from './cursors/watermark-cursor.ts';
import type { Resource } from './resource.ts';
import { sessionOf } from './session.ts';
import { timeOf } from './time-of.ts';

export interface NewestFirstOptions {
  /** The key of an answer under which the records are. */
  readonly at: string;
  /** The time by which the list is sorted. */
  readonly cursorField: string;
  readonly perPage: number;
  /** The name of the scan, under which a stream that hangs on two scans saves its state. */
  readonly name: string;
}

export interface SeenIds {
  /** The ids of every record that was read, also of those that no stream needed. */
  readonly ids: ReadonlySet<string>;
}

export function newestFirst<T extends CursorItem>(path: string, options: NewestFirstOptions): Resource<T, SeenIds> {
  const { name, cursorField, perPage } = options;
  return {
    name,
    endpoint: `GET ${path}`,
    cost: `one for ${perPage} records since the last sync`,
    cursorField,
    begin(run) {
      const ids = new Set<string>();
      const { overlap } = run.context.settings;
      return sessionOf<T, WatermarkCursor, SeenIds>({
        cursor: (stream, state) =>
          new WatermarkCursor({ stream: stream.name, state, mode: stream.mode, overlap, cursorField }),
        async *batches(cursors) {
          for await (const records of sinceWatermarks<T>(run, path, { ...options, cursors })) {
            for (const { id } of records) ids.add(id);
            yield records;
          }
        },
        facts: { ids },
      });
    },
  };
}

async function* sinceWatermarks<T extends CursorItem>(
  run: IntercomRun,
  path: string,
  { at, cursorField, perPage, cursors }: NewestFirstOptions & { readonly cursors: ReadonlySet<WatermarkCursor> },
): AsyncGenerator<readonly T[]> {
  const { client, settings } = run.context;
  const t0 = await client.serverTime(run);
  const since = Math.max(settings.startDate, Math.min(...[...cursors].map(({ from }) => from)));
  const call = { method: 'GET', path, query: { order: 'desc' } } as const;
  for await (const page of listPages<T>(client, run, { call, keys: [at], perPage })) {
    const within = page.filter((record) => !(timeOf(record, cursorField) < since));
    yield within;
    if (within.length < page.length) break;
  }
  for (const cursor of cursors) cursor.end(t0);
  yield [];
}
