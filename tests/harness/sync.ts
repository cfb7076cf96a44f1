/**
 * Reads some streams under some options, whole or going on from where a sync stood, and compares ids. The built connector
 * runs in the process of the test: hundreds of processes would take minutes.
 */
import { expect } from 'vitest';
import { lastStates, type Output, type Row } from './connector.ts';
import { readBuilt } from './read-built.ts';
import { truthOf } from './truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** Full refreshes of some streams. Throws where the sync was not complete. */
export function readWhole(baseUrl: string, options: object, ...names: readonly string[]): Promise<Output> {
  return sync(baseUrl, options, names, { mode: 'full_refresh' });
}

export interface SyncOptions {
  /** The sync from which to resume. */
  readonly before?: Output | undefined;
  readonly mode?: 'full_refresh' | 'incremental';
}

/** One sync of some streams under some options, incremental unless told. Throws where it was not complete. */
export async function sync(
  baseUrl: string,
  options: object,
  names: readonly string[],
  { before, mode = 'incremental' }: SyncOptions = {},
): Promise<Output> {
  const output = await readBuilt(baseUrl, {
    config: { ...config, ...options },
    configured: names.map((name) => ({ name, syncMode: mode })),
    states: new Map(
      before ? lastStates(before).map(({ stream }) => [stream.stream_descriptor.name, stream.stream_state]) : [],
    ),
  });
  expect(output.messages.filter(({ trace }) => trace?.type === 'ERROR')).toEqual([]);
  expect(output.exitCode).toBe(0);
  return output;
}

/** The existing records of a stream, as Intercom shows them. */
export async function bodiesOf(baseUrl: string, stream: string): Promise<readonly Row[]> {
  return [...(await truthOf(baseUrl, stream)).values()].map(({ body }) => body);
}

/** The different values of a field, in order. */
export function idsOf(rows: readonly Row[], field = 'id'): readonly string[] {
  return [...new Set(rows.map((row) => String(row[field])))].toSorted();
}

/** The items of a list inside a row, such as those of `tags.data`. */
export function listIn(row: Row, list: string, items: string): readonly Row[] {
  return (row[list] as Record<string, Row[]> | null)?.[items] ?? [];
}
