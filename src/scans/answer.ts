/** The scan of a resource that is no list of records: what one answer says, whole every time. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import type { Resource } from './resource.ts';
import { wholeScan } from './whole.ts';

/** `itemsOf` returns the items that the answer to `GET path` holds. */
export function answer<T>(path: string, itemsOf: (body: JsonObject, run: IntercomRun) => readonly T[]): Resource<T> {
  const scan = wholeScan(path, async function* (run) {
    yield itemsOf(await run.context.client.ask(run, { method: 'GET', path }), run);
  });
  return { ...scan, endpoint: `GET ${path}`, cost: 'one' };
}
