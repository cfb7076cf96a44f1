/** The walk of a list that has no time by which it could be asked for in part. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';
import type { Call } from '../intercom/call.ts';
import { listAll } from '../intercom/pages.ts';
import { type CursorItem, CursorPlace } from './cursors/watermark-cursor.ts';
import { wholeWalk } from './whole.ts';

export interface ListResource {
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  readonly query?: NonNullable<Call['query']>;
}

/** A list without time stamps: every sync brings all of it, whatever the state says. */
export function listWalk<T>(resource: ListResource): Walk<T, Intercom> {
  return wholeWalk({
    name: resource.name,
    async *batches(run) {
      yield await askList<T>(run, resource);
    },
  });
}

/** A list of records with `updated_at`: what stayed the same is silent. */
export function stampedListWalk<T extends CursorItem>(resource: ListResource): Walk<T, Intercom> {
  return {
    name: resource.name,
    place: ({ state, mode, stream }) => new CursorPlace({ stream, state, mode, overlap: Number.POSITIVE_INFINITY }),
    async *batches(run, places) {
      const items = await askList<T>(run, resource);
      const t0 = await run.context.client.serverTime(run);
      yield items;
      for (const place of places) if (place instanceof CursorPlace) place.end(t0);
    },
  };
}

/** The records of a list, which Intercom gives in one answer as a rule. Throws as `listPages` does. */
export function askList<T>(run: IntercomRun, { path, query, recordsAt }: ListResource): Promise<readonly T[]> {
  const call = { method: 'GET', path, ...(query ? { query } : {}) } as const;
  return listAll<T>(run.context.client, run, { call, keys: [recordsAt] });
}
