/** The rules of every stream, tested for each stream of the catalog: a new stream is tested without a line here. */
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionNames } from '../../sandbox/resources/index.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { streams as allStreams } from '../../src/streams/index.ts';
import { type CatalogStream, configure, lastStates, type Output, rowsOf, runConnector } from '../harness/connector.ts';
import { keyFieldsOf, latestRows, type Mutations, mutate, statsOf, truthOf } from '../harness/truth.ts';
import { compareRow } from '../harness/whole-row.ts';

const config = {
  access_token: 'sandbox-token',
  start_date: '2015-01-01T00:00:00Z',
  custom_object_types: ['device'],
  preview: true,
  optional_streams: allStreams.flatMap(({ name, optIn }) => (optIn ? [name] : [])),
  reporting_datasets: ['conversation', 'conversation_rating_sent'],
};

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let streams: readonly CatalogStream[];
let first: Output;
let firstCalls: number;

/** The collections that the default mix of changes leaves alone: those after the first ones. */
const newer = collectionNames.slice(collectionNames.indexOf('activity_logs') + 1);

const read = (state?: unknown, catalog: object = configure(streams)) =>
  runConnector('read', { config, catalog, ...(state ? { state } : {}) }, { baseUrl: sandbox.url });

const hasCursor = (stream: CatalogStream) => stream.supported_sync_modes.includes('incremental');

beforeAll(async () => {
  sandbox = await startSandbox({ token: config.access_token, rateLimit: 100_000 });
  // Otherwise nothing has been deleted yet.
  const operations = Array.from({ length: 3 }, () => ({ op: 'delete', kind: 'conversations' }));
  await mutate(sandbox.url, { operations });
  const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
  streams = discovered.messages.find((message) => message.catalog)?.catalog?.streams ?? [];
  await statsOf(sandbox.url, true);
  first = await read();
  firstCalls = (await statsOf(sandbox.url, true)).calls;
}, 120_000);

afterAll(() => sandbox.close());

describe('a first sync', () => {
  it('completes', () => {
    expect(first.messages.filter(({ trace }) => trace?.type === 'ERROR')).toEqual([]);
    expect(first.exitCode).toBe(0);
    expect(streams.length).toBeGreaterThanOrEqual(20);
  });

  it('emits rows of every stream, each valid against its schema, with unique keys that are not null', () => {
    const ajv = new Ajv.default({ strict: false });
    for (const stream of streams) {
      const { name, json_schema } = stream;
      const rows = rowsOf(first, name);
      expect(rows.length, `${name} has no rows`).toBeGreaterThan(0);
      const valid = ajv.compile(json_schema);
      for (const row of rows)
        expect(valid(row) || valid.errors, `${name}: ${JSON.stringify(row).slice(0, 300)}`).toBe(true);
      const fields = keyFieldsOf(stream);
      for (const row of rows)
        for (const field of fields) expect(['string', 'number'], `${name}.${field}`).toContain(typeof row[field]);
      expect(latestRows(stream, [first]).size, `${name} repeats a key`).toBe(rows.length);
    }
  });

  it('emits exactly what exists', async () => {
    for (const stream of streams) await expectTruth(stream, [first]);
  });

  it('counts the records of each state exactly, and says STARTED, RUNNING and COMPLETE in order', () => {
    for (const { name } of streams) {
      expect(countedRecords(first, name), name).toBe(rowsOf(first, name).length);
      expect(statusesOf(first, name), name).toEqual(['STARTED', 'RUNNING', 'COMPLETE']);
    }
  });
});

describe('a second sync', () => {
  it('with nothing changed emits one state a stream, and no record on streams with a cursor', async () => {
    const second = await read(lastStates(first));
    expect(second.exitCode).toBe(0);
    for (const stream of streams) {
      const rows = rowsOf(second, stream.name).length;
      if (hasCursor(stream)) expect(rows, stream.name).toBe(0);
      else expect(rows, stream.name).toBe(rowsOf(first, stream.name).length);
      // A state that names a job goes out before the first look at it, and one without it when the job is done.
      expect(statesOf(second, stream.name), stream.name).toBeGreaterThanOrEqual(1);
      expect(statesOf(second, stream.name), stream.name).toBeLessThanOrEqual(1 + 2 * jobsOf(second, stream.name));
    }
  });

  it('after 200 mutations emits every changed record, for calls in proportion to the change', async () => {
    const mutations = await mutate(sandbox.url, { count: 200, seed: 7 });
    const { changed } = mutations;
    const changes = Object.values(changed).flat().length;
    await statsOf(sandbox.url, true);
    const third = await read(lastStates(first));
    expect(third.exitCode).toBe(0);
    const { calls, byEndpoint } = await statsOf(sandbox.url);
    for (const stream of streams) await expectTruth(stream, [first, third], { changes: true });
    expectChanged(third, mutations);
    expect(changes).toBeGreaterThan(50);
    expect(calls).toBeLessThan(firstCalls / 2);
    expect(byEndpoint['GET /conversations/{id}']).toBeLessThanOrEqual((changed.conversations ?? []).length);
    const scrolls = byEndpoint['GET /companies/scroll'] ?? 0;
    const companies = (await truthOf(sandbox.url, 'companies')).size;
    expect(scrolls).toBe(Math.ceil(companies / 100) + 2);
  });

  it('after 200 mutations of the newer collections emits every changed record, too', async () => {
    const mutations = await mutate(sandbox.url, { count: 200, seed: 9, kinds: newer });
    const concerned = await streamsOfNewer();
    const output = await read(lastStates(first), configure(concerned));
    expect(output.exitCode).toBe(0);
    for (const stream of concerned) await expectTruth(stream, [first, output], { changes: true });
    expectChanged(output, mutations);
    expect(Object.keys(mutations.changed)).toEqual(expect.arrayContaining([...newer]));
  });
});

/** The streams whose rows are, or hang on, records of the newer collections. */
async function streamsOfNewer(): Promise<readonly CatalogStream[]> {
  const found = streams.map(async (stream) => {
    const [row] = (await truthOf(sandbox.url, stream.name)).values();
    return newer.some((kind) => kind === row?.of) ? [stream] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A record that changed and was deleted afterwards need not come. */
function expectChanged(output: Output, { changed, deleted }: Mutations): void {
  for (const [name, ids] of Object.entries(changed)) {
    const rows = new Set(rowsOf(output, name).map((row) => row.id));
    for (const id of ids) if (!deleted[name]?.includes(id)) expect(rows.has(id), `${name} ${id} changed`).toBe(true);
  }
}

/**
 * Compares whole rows with the truth. After `changes`, rows that Intercom no longer shows may stand beside it, and a record
 * inside a row may have changed since.
 */
async function expectTruth(stream: CatalogStream, outputs: readonly Output[], { changes = false } = {}): Promise<void> {
  const { name } = stream;
  const truth = await truthOf(sandbox.url, name);
  const rows = latestRows(stream, outputs, truth);
  const missing = [...truth.keys()].filter((key) => !rows.has(key));
  expect(missing, `${name}: missing`).toEqual([]);
  const strange = [...rows.keys()].filter((key) => !truth.has(key));
  if (!changes) expect(strange, `${name}: too many`).toEqual([]);
  let compared = 0;
  for (const [key, expected] of truth) {
    const { wrong, stale } = compareRow(rows.get(key) ?? {}, expected, { fresh: !changes });
    expect(wrong, `${name} ${key}`).toEqual([]);
    if (!stale) compared += 1;
  }
  expect(compared, `${name}: whole rows that were compared`).toBeGreaterThan(0);
}

function countedRecords(output: Output, name: string): number {
  return output.messages
    .filter(({ state }) => state?.stream.stream_descriptor.name === name)
    .reduce((sum, { state }) => sum + (state?.sourceStats.recordCount ?? 0), 0);
}

function statesOf(output: Output, name: string): number {
  return output.messages.filter(({ state }) => state?.stream.stream_descriptor.name === name).length;
}

/** The states of a stream that name a job of Intercom's that runs. */
function jobsOf(output: Output, name: string): number {
  const own = output.messages.filter(({ state }) => state?.stream.stream_descriptor.name === name);
  return own.filter(({ state }) => JSON.stringify(state?.stream.stream_state).includes('"job":{')).length;
}

function statusesOf(output: Output, name: string): readonly string[] {
  return output.messages.flatMap(({ trace }) => {
    const status = trace?.stream_status;
    return status?.stream_descriptor.name === name ? [status.status] : [];
  });
}
