/** The walk of a list that comes newest first in numbered pages: read as far back as the cursor. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import { NOTHING } from './cursors/nothing.ts';
import { type CursorItem, CursorPlace } from './cursors/watermark-cursor.ts';
import { timeOf } from './time-of.ts';

export interface NewestFirstResource<T> {
  /** Also the name of the stream whose rows are the records. */
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  /** The time by which the list is sorted. */
  readonly cursorField: string;
  readonly perPage: number;
  /** Sees every record that is read, also those that no stream lacks. */
  watch?(record: T, run: IntercomRun): void;
}

export function newestFirstWalk<T extends CursorItem>(resource: NewestFirstResource<T>): Walk<T, Intercom> {
  const { name, path, recordsAt, cursorField, perPage } = resource;
  return {
    name,
    place: ({ state, mode, stream, context }) => {
      // A stream that hears from this list only what is gone has everything from its own walk in a full refresh.
      if (mode === 'full_refresh' && stream !== name) return NOTHING;
      return new CursorPlace({ stream, state, mode, overlap: context.settings.overlap, cursorField });
    },
    async *batches(run, active) {
      const { client, settings } = run.context;
      const places = [...active].filter((place) => place instanceof CursorPlace);
      if (places.length === 0) return;
      const t0 = await client.serverTime(run);
      const since = Math.max(settings.startDate, Math.min(...places.map(({ from }) => from)));
      const call = { method: 'GET', path, query: { order: 'desc' } } as const;
      for await (const fresh of listPages<T>(client, run, { call, keys: [recordsAt], perPage })) {
        const within = fresh.filter((item) => !(timeOf(item, cursorField) < since));
        for (const item of within) resource.watch?.(item, run);
        yield within;
        if (within.length < fresh.length) break;
      }
      for (const place of places) place.end(t0);
      yield [];
    },
  };
}
