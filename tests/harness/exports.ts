/** Syncs of the streams that Intercom exports by jobs, in this process, and their comparison with the truth. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { expect } from 'vitest';
import { settingsOf } from '../../src/config/parse.ts';
import { streamsUnder } from '../../src/streams/index.ts';
import { lastStates, type Output, type Row, rowsOf } from './connector.ts';
import { type ReadTogether, readTogether } from './read-here.ts';
import { keyOf, latestOf, truthOf } from './truth.ts';
import { compareRow } from './whole-row.ts';

export const outbound = [
  'receipts',
  'receipt_events',
  'survey_answers',
  'series_checkpoints',
  'content_stats',
  'whatsapp_statuses',
];

export const datasets = ['conversation', 'conversation_rating_sent', 'admin_status_change'];

const options: JsonObject = { optional_streams: outbound, reporting_datasets: datasets };

/** Reads with pauses of milliseconds in place of seconds. `before`: the syncs from whose states this one resumes. */
export function exportStreams(
  baseUrl: string,
  names: readonly string[],
  {
    before = [],
    config,
    env,
    ...reading
  }: Partial<ReadTogether> & { readonly before?: readonly Output[]; readonly config?: JsonObject } = {},
): Promise<Output> {
  const messages = before.flatMap((output) => output.messages);
  const states = lastStates({ messages, exitCode: 0, signal: null, stderr: '' });
  return readTogether(names, {
    ...reading,
    baseUrl,
    options: { ...options, ...config },
    env: { INTERCOM_EXPORT_PAUSE_MS: '2', ...env },
    states: new Map(states.map(({ stream }) => [stream.stream_descriptor.name, stream.stream_state])),
  });
}

/** The sentences of the errors of a sync. */
export function errorsOf(output: Output): readonly string[] {
  return output.messages.flatMap(({ trace }) => trace?.error?.message ?? []);
}

/** The latest version of each row of some syncs, by its key. */
export function latest(name: string, outputs: readonly Output[]): ReadonlyMap<string, Row> {
  const fields = primaryKey(name);
  return new Map(outputs.flatMap((output) => rowsOf(output, name)).map((row) => [keyOf(row, fields), row]));
}

function primaryKey(name: string): readonly string[] {
  const config = { access_token: 'x', start_date: '2015-01-01T00:00:00Z', ...options };
  const stream = streamsUnder(settingsOf(config, {}).settings).find((each) => each.name === name);
  return stream?.primaryKey ?? [];
}

/** The rows that came are exactly those that exist. */
export async function expectTruth(baseUrl: string, name: string, outputs: readonly Output[]): Promise<void> {
  const truth = await truthOf(baseUrl, name);
  const all = outputs.flatMap((output) => rowsOf(output, name));
  const rows = latestOf(all, primaryKey(name), truth);
  expect([...rows.keys()].toSorted(), name).toEqual([...truth.keys()].toSorted());
  const wrong = [...truth].flatMap(([key, body]) => compareRow(rows.get(key) ?? {}, body, { fresh: true }).wrong);
  expect(wrong, name).toEqual([]);
}

/** Arms faults of the sandbox, in place of any others. */
export async function arm(baseUrl: string, ...faults: readonly object[]): Promise<void> {
  const response = await fetch(`${baseUrl}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
  if (!response.ok) throw new Error(await response.text());
}
