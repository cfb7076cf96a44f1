/** The Singer tap against a sandbox: it emits every row, also after changes and after a kill. */
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { configure, lastStates, runConnector } from '../harness/connector.ts';
import { rowsOf, runTap, type SingerStream, select, stateOf, type TapOptions, type TapOutput } from '../harness/tap.ts';
import { keyOf, mutate, truthOf } from '../harness/truth.ts';

const token = 'planted-secret-token';
const config = { access_token: token, start_date: '2015-01-01T00:00:00Z' };
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
/** The sandbox has no truth about the log, and knows events by another key: only their rows are checked. */
const WITHOUT_TRUTH: readonly string[] = ['activity_logs', 'contact_events'];

const sizes = { companies: 40, contacts: 150, conversations: 150, tickets: 60 };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let streams: readonly SingerStream[];
let first: TapOutput;

const tap = (files: Readonly<Record<string, unknown>>, args: readonly string[] = [], options: TapOptions = {}) =>
  runTap({ config, ...files }, args, { baseUrl: sandbox.url, ...options });
const names = () => streams.map(({ tap_stream_id }) => tap_stream_id);

beforeAll(async () => {
  sandbox = await startSandbox({ ...sizes, token, rateLimit: 1_000_000, scrollExpiry: 2 });
  streams = JSON.parse((await tap({}, ['--discover'])).lines.join('')).streams;
  first = await tap({ catalog: select(streams, names()) });
});

afterAll(() => sandbox.close());

/** Keys of existing rows that were not emitted in their latest version. */
async function lacking(stream: SingerStream, outputs: readonly TapOutput[]): Promise<readonly string[]> {
  const { tap_stream_id: name, key_properties, replication_key } = stream;
  const rows = new Map(
    outputs.flatMap((output) => rowsOf(output, name)).map((row) => [keyOf(row, key_properties), row]),
  );
  const truth = await truthOf(sandbox.url, name);
  return [...truth].flatMap(([key, { body }]) => {
    const row = rows.get(key);
    const current = !replication_key || seconds(row?.[replication_key]) === body[replication_key];
    return row && current ? [] : [key];
  });
}

/** Epoch seconds of a date-time; another value unchanged. */
function seconds(value: unknown): unknown {
  return RFC_3339.test(String(value)) ? Date.parse(String(value)) / 1000 : value;
}

async function expectAll(outputs: readonly TapOutput[]): Promise<void> {
  for (const stream of streams) {
    if (WITHOUT_TRUTH.includes(stream.tap_stream_id)) continue;
    expect(await lacking(stream, outputs), stream.tap_stream_id).toEqual([]);
  }
}

describe('a first sync', () => {
  it('has the streams that the connector has', async () => {
    const { messages } = await runConnector('discover', { config }, { baseUrl: sandbox.url });
    const theirs = messages.flatMap(({ catalog }) => catalog?.streams ?? []).map(({ name }) => name);
    expect(names()).toEqual(theirs);
    expect(names().length).toBeGreaterThanOrEqual(20);
  });

  it('emits what exists, and ends well', async () => {
    expect(first.stderr).not.toMatch(/^(CRITICAL|ERROR)/m);
    expect(first.exitCode).toBe(0);
    await expectAll([first]);
  });

  it('announces each stream before its rows, which fit what was announced', () => {
    const ajv = new Ajv.default({ strict: false, formats: { 'date-time': RFC_3339 } });
    const valid = new Map<string, ReturnType<typeof ajv.compile>>();
    for (const { type, stream, schema, record } of first.messages) {
      if (type === 'SCHEMA') valid.set(stream, ajv.compile(schema ?? {}));
      if (!record) continue;
      const check = valid.get(stream);
      expect(check?.(record) || check?.errors, `${stream}: ${JSON.stringify(record).slice(0, 300)}`).toBe(true);
    }
    expect([...valid.keys()].toSorted()).toEqual(names().toSorted());
  });

  it('activates at its end a version of every stream without a cursor, which all its rows carry', () => {
    const whole = streams.filter(({ replication_key }) => !replication_key).map(({ tap_stream_id }) => tap_stream_id);
    const lastRow = first.messages.findLastIndex(({ type }) => type === 'RECORD');
    const activated = first.messages.slice(lastRow).filter(({ type }) => type === 'ACTIVATE_VERSION');
    expect(activated.map(({ stream }) => stream).toSorted()).toEqual(whole.toSorted());
    for (const { type, stream, version } of first.messages) {
      const expected = whole.includes(stream) ? activated[0]?.version : undefined;
      if (type === 'RECORD') expect(version, stream).toBe(expected);
    }
    const last = first.messages.at(-1);
    expect(last?.value?.currently_syncing).toBeNull();
    expect(Object.keys(last?.value?.bookmarks ?? {}).filter((stream) => whole.includes(stream))).toEqual([]);
  });
});

describe('a second sync', () => {
  it('emits what has changed meanwhile, and then nothing more', async () => {
    const { changed } = await mutate(sandbox.url, { count: 60, seed: 5 });
    const catalog = select(streams, names());
    const second = await tap({ catalog, state: stateOf(first) });
    expect(second.exitCode).toBe(0);
    await expectAll([first, second]);
    expect(Object.values(changed).flat().length).toBeGreaterThan(20);
    const third = await tap({ catalog, state: stateOf(second) });
    const incremental = streams.filter(({ replication_key }) => replication_key);
    for (const { tap_stream_id } of incremental) expect(rowsOf(third, tap_stream_id), tap_stream_id).toEqual([]);
    first = { ...first, messages: [...first.messages, ...second.messages] };
  });

  it('goes on from what the Airbyte source has saved, and that from what the tap has', async () => {
    const found = await runConnector('discover', { config }, { baseUrl: sandbox.url });
    const airbyte = found.messages
      .flatMap(({ catalog }) => catalog?.streams ?? [])
      .filter(({ name }) => name === 'contacts');
    const catalog = configure(airbyte);
    const read = await runConnector('read', { config, catalog }, { baseUrl: sandbox.url });
    const handed = await tap({ catalog: select(streams, ['contacts']), state: lastStates(read) });
    expect(rowsOf(handed, 'contacts')).toEqual([]);
    const back = await runConnector('read', { config, catalog, state: stateOf(handed) }, { baseUrl: sandbox.url });
    expect(back.messages.filter(({ record }) => record)).toEqual([]);
    expect(back.exitCode).toBe(0);
  });
});

it('loses nothing when it is killed again and again, and goes on from its last state', {
  timeout: 90_000,
}, async () => {
  const catalog = select(streams, names());
  const outputs: TapOutput[] = [];
  let state: unknown;
  let kills = 0;
  for (let patience = 60; outputs.at(-1)?.exitCode !== 0; patience += 60) {
    let seen = 0;
    const killAfter = () => {
      seen += 1;
      return seen > patience && kills < 8;
    };
    const output = await tap({ catalog, ...(state ? { state } : {}) }, [], { killAfter });
    if (output.exitCode === null) kills += 1;
    else expect(output.exitCode).toBe(0);
    state = stateOf(output) ?? state;
    outputs.push(output);
  }
  expect(kills).toBe(8);
  await expectAll(outputs);
});

describe('what is selected', () => {
  it('is what comes: streams, columns, and columns in columns', async () => {
    const columns = ['state', 'source', 'source.author', 'source.author.id', 'statistics', 'statistics.first_close_at'];
    const { messages, exitCode } = await tap({ catalog: select(streams, ['conversations'], columns) });
    expect(exitCode).toBe(0);
    expect(new Set(messages.flatMap(({ stream }) => stream ?? []))).toEqual(new Set(['conversations']));
    const rows = messages.flatMap(({ record }) => (record ? [record] : []));
    expect(rows.length).toBeGreaterThan(100);
    const keys = (value: unknown) => Object.keys(value ?? {});
    expect(new Set(rows.flatMap(keys))).toEqual(new Set(['id', 'updated_at', 'state', 'source', 'statistics']));
    expect(new Set(rows.flatMap(({ source }) => keys(source)))).toEqual(new Set(['author']));
    expect(new Set(rows.flatMap(({ statistics }) => keys(statistics)))).toEqual(new Set(['first_close_at']));
    const closed = rows.flatMap(({ statistics }) => (statistics as { first_close_at?: unknown })?.first_close_at ?? []);
    expect(closed.length).toBeGreaterThan(0);
    for (const time of closed) expect(time).toMatch(RFC_3339);
  });
});

describe('the command line', () => {
  it('answers --about, --version and --test', async () => {
    const about = JSON.parse((await runTap({}, ['--about', '--format=json'])).lines.join(''));
    expect(about).toMatchObject({ name: 'tap-intercom', settings: { required: ['access_token', 'start_date'] } });
    expect(about.settings.properties.access_token.secret).toBe(true);
    const version = (await runTap({}, ['--version'])).lines;
    expect(version).toEqual([about.version]);
    const test = await tap({}, ['--test']);
    expect(test.exitCode).toBe(0);
    for (const name of ['tags', 'contacts', 'conversation_parts']) expect(rowsOf(test, name), name).toHaveLength(1);
    expect(stateOf(test)).toBeUndefined();
  });

  it('takes its config from variables', async () => {
    const env = {
      TAP_INTERCOM_ACCESS_TOKEN: token,
      TAP_INTERCOM_START_DATE: config.start_date,
      TAP_INTERCOM_NUM_WORKERS: '4',
    };
    const catalog = select(streams, ['tags']);
    const output = await runTap({ catalog }, [], { baseUrl: sandbox.url, env });
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'tags').length).toBeGreaterThan(0);
    expect((await runTap({ catalog }, ['--config', 'ENV'], { baseUrl: sandbox.url, env })).exitCode).toBe(0);
    const wrong = await runTap({ catalog }, [], {
      baseUrl: sandbox.url,
      env: { ...env, TAP_INTERCOM_NUM_WORKERS: 'many' },
    });
    expect(wrong.stderr).toMatch(/^CRITICAL .*"num_workers" \("many"\) must be integer/m);
  });
});

describe('what is wrong is said in one sentence', () => {
  it.each([
    ['a field is missing', { config: { access_token: token } }, /the field "start_date" is missing/],
    ['the config is not JSON', { config: '{' }, /The config file .* is not JSON/],
    ['the token is refused', { config: { ...config, access_token: 'another-secret' } }, /token/i],
    [
      'the catalog is one of Airbyte',
      { catalog: { streams: [{ stream: { name: 'tags' } }] } },
      /Entry 1 of "streams" .* has no "tap_stream_id"/,
    ],
    ['a stream is unknown', { catalog: { streams: [{ tap_stream_id: 'tagz' }] } }, /asks for a stream "tagz"/],
    ['the state cannot be understood', { state: { bookmarks: [] } }, /The state file .* cannot be understood/],
    [
      'a bookmark is no time',
      {
        catalog: { streams: [{ tap_stream_id: 'contacts' }] },
        state: { bookmarks: { contacts: { updated_at: 'yesterday' } } },
      },
      /updated_at/,
    ],
  ])('where %s', async (_what, files, sentence) => {
    const { messages, stderr, exitCode } = await tap(files);
    expect(stderr.split('\n').filter((line) => line.startsWith('CRITICAL'))).toEqual([expect.stringMatching(sentence)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stderr).not.toMatch(/secret/);
    expect(messages.filter(({ type }) => type === 'RECORD')).toEqual([]);
    expect(exitCode).toBe(1);
  });
});
