/** The walk of a resource that comes whole in one answer. */
import type { Walk } from '@airbyte-ts/cdk-shim';
import type { Call } from '../intercom/call.ts';
import type { Intercom, IntercomRun } from '../intercom/intercom.ts';
import { recordsOf } from '../intercom/records.ts';
import { type CursorItem, CursorPlace } from './cursor-place.ts';
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

/** The records of one answer. Throws an Error where it holds no list of them. */
export async function askList<T>(run: IntercomRun, { path, query, recordsAt }: ListResource): Promise<readonly T[]> {
  const body = await run.context.client.ask(run, { method: 'GET', path, ...(query ? { query } : {}) });
  return recordsOf<T>(body, [recordsAt], { method: 'GET', path }, run);
}
