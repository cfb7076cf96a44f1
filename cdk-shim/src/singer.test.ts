import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { messagesIn, metricsIn, runTap, type SingerMessage } from './fixtures/run-tap.ts';

const config = { token: 'hush' };

const typesOf = (messages: readonly SingerMessage[], stream?: string) =>
  messages.filter((message) => !stream || message.stream === stream).map(({ type }) => type);
const rowsOf = (messages: readonly SingerMessage[], stream: string) =>
  messages.flatMap((message) => (message.stream === stream && message.record ? [message.record] : []));

/** What discovery gives, with these columns of these streams selected; all columns where none are named. */
async function catalogOf(selected: Readonly<Record<string, readonly string[] | 'all'>>) {
  const { stdout } = await runTap({ config }, ['--discover']);
  const catalog = JSON.parse(stdout) as { streams: { stream: string; metadata: Item[] }[] };
  for (const { stream, metadata } of catalog.streams) {
    for (const { breadcrumb, metadata: item } of metadata) {
      const columns = selected[stream];
      item.selected =
        columns !== undefined && (columns === 'all' || !breadcrumb.length || columns.includes(breadcrumb.join('.')));
    }
  }
  return catalog;
}

interface Item {
  readonly breadcrumb: readonly string[];
  readonly metadata: Record<string, unknown>;
}

describe('discovery', () => {
  it('writes a catalog in which nothing is selected and every column has metadata', async () => {
    const { stdout, stderr, exitCode } = await runTap({ config, state: {} }, ['--discover']);
    const [numbers, squares] = JSON.parse(stdout).streams;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(numbers).toMatchObject({
      tap_stream_id: 'numbers',
      stream: 'numbers',
      key_properties: ['n'],
      replication_key: 'seen_at',
      replication_method: 'INCREMENTAL',
    });
    expect(squares).toMatchObject({ tap_stream_id: 'squares', replication_method: 'FULL_TABLE' });
    expect(squares).not.toHaveProperty('replication_key');
    const available = { inclusion: 'available' };
    const automatic = { inclusion: 'automatic' };
    expect(numbers.metadata).toEqual([
      {
        breadcrumb: [],
        metadata: { ...available, 'table-key-properties': ['n'], 'valid-replication-keys': ['seen_at'] },
      },
      { breadcrumb: ['properties', 'n'], metadata: automatic },
      { breadcrumb: ['properties', 'seen_at'], metadata: automatic },
      { breadcrumb: ['properties', 'inside'], metadata: available },
      { breadcrumb: ['properties', 'inside', 'properties', 'made_at'], metadata: available },
      { breadcrumb: ['properties', 'inside', 'properties', 'kind'], metadata: available },
      { breadcrumb: ['properties', 'list'], metadata: available },
      { breadcrumb: ['properties', '_sdc_deleted_at'], metadata: automatic },
    ]);
    expect(squares.metadata[0].metadata['forced-replication-method']).toBe('FULL_TABLE');
  });
});

describe('a sync', () => {
  it('without a catalog reads everything: schema, rows, state, and at the end which versions are whole', async () => {
    const { stdout, exitCode } = await runTap({ config });
    const messages = messagesIn(stdout);
    expect(exitCode).toBe(0);
    expect(typesOf(messages, 'numbers')).toEqual(['SCHEMA', 'RECORD', 'RECORD', 'RECORD']);
    expect(typesOf(messages, 'squares')).toEqual(['SCHEMA', 'RECORD', 'RECORD', 'RECORD', 'ACTIVATE_VERSION']);
    expect(typesOf(messages).slice(-2)).toEqual(['ACTIVATE_VERSION', 'STATE']);
    expect(messages.at(-1)?.value).toEqual({ bookmarks: { numbers: { last: 3 } }, currently_syncing: null });
    const versions = messages
      .filter(({ stream, type }) => stream === 'squares' && type !== 'SCHEMA')
      .map(({ version }) => version);
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]).toBeGreaterThan(1_700_000_000_000);
    expect(messages.filter(({ stream, version }) => stream === 'numbers' && version)).toEqual([]);
  });

  it('writes times as date-times, also inside, and the marker of what is deleted under its Singer name', async () => {
    const messages = messagesIn((await runTap({ config })).stdout);
    const [first, second, third] = rowsOf(messages, 'numbers');
    const made_at = '2001-09-09T01:46:40Z';
    const list = [{ put_at: '1970-01-01T00:00:01Z' }];
    expect(first).toEqual({ n: 1, seen_at: '2023-11-14T22:13:21Z', inside: { made_at, kind: 'x' }, list, extra: 'e' });
    expect(second).not.toHaveProperty('inside');
    expect(third).toMatchObject({ inside: { made_at: null }, _sdc_deleted_at: '2023-11-14T22:13:23.000Z' });
    expect(third).not.toHaveProperty('_ab_cdc_deleted_at');
    const { properties } = messages.find(({ type }) => type === 'SCHEMA')?.schema ?? {};
    expect(properties).toMatchObject({
      seen_at: { type: 'string', format: 'date-time', description: 'When it was seen, as a date-time.' },
      inside: { properties: { made_at: { type: ['string', 'null'], format: 'date-time' } } },
      list: { items: { properties: { put_at: { format: 'date-time' } } } },
    });
  });

  it('goes on from the state that it wrote, and keeps what that holds of other streams', async () => {
    const state = { bookmarks: { numbers: { last: 2 }, elsewhere: { updated_at: 7 } }, currently_syncing: 'numbers' };
    const messages = messagesIn((await runTap({ config, state, catalog: await catalogOf({ numbers: 'all' }) })).stdout);
    expect(rowsOf(messages, 'numbers').map(({ n }) => n)).toEqual([3]);
    expect(messages.at(-1)?.value).toEqual({
      bookmarks: { numbers: { last: 3 }, elsewhere: { updated_at: 7 } },
      currently_syncing: null,
    });
    const again = await runTap({ config, state: messages.at(-1)?.value });
    expect(rowsOf(messagesIn(again.stdout), 'numbers')).toEqual([]);
  });

  it('says which stream is under way in the states on the way', async () => {
    const messages = messagesIn(
      (await runTap({ config: { ...config, up_to: 30 }, catalog: await catalogOf({ numbers: 'all' }) })).stdout,
    );
    const states = messages.flatMap(({ value }) => (value ? [[value.bookmarks.numbers, value.currently_syncing]] : []));
    expect(states.slice(0, 2)).toEqual([
      [{ last: 10 }, 'numbers'],
      [{ last: 20 }, 'numbers'],
    ]);
    expect(states.at(-1)).toEqual([{ last: 30 }, null]);
  });

  it('writes only what is selected, and what is automatic beside it', async () => {
    const catalog = await catalogOf({ numbers: ['properties.inside', 'properties.inside.properties.kind'] });
    const messages = messagesIn((await runTap({ config, catalog })).stdout);
    expect(messages.filter(({ stream }) => stream === 'squares')).toEqual([]);
    const { properties, required } = messages[0]?.schema ?? { properties: {} };
    expect(Object.keys(properties).toSorted()).toEqual(['_sdc_deleted_at', 'inside', 'n', 'seen_at']);
    expect(required).toEqual(['n']);
    expect(rowsOf(messages, 'numbers')[0]).toEqual({ n: 1, seen_at: '2023-11-14T22:13:21Z', inside: { kind: 'x' } });
  });

  it('reads a stream whole where the catalog wants that, in a version', async () => {
    const catalog = await catalogOf({ numbers: 'all' });
    for (const { breadcrumb, metadata } of catalog.streams.flatMap((stream) => stream.metadata)) {
      if (breadcrumb.length === 0) metadata['replication-method'] = 'FULL_TABLE';
    }
    const messages = messagesIn(
      (await runTap({ config, catalog, state: { bookmarks: { numbers: { last: 3 } } } })).stdout,
    );
    expect(rowsOf(messages, 'numbers')).toHaveLength(3);
    expect(typesOf(messages, 'numbers').at(-1)).toBe('ACTIVATE_VERSION');
  });

  it('activates no version of what has a hole, nor where the config says so', async () => {
    const holey = await runTap({ config: { token: 'holey' } });
    expect(holey.exitCode).toBe(0);
    expect(typesOf(messagesIn(holey.stdout))).not.toContain('ACTIVATE_VERSION');
    const without = messagesIn((await runTap({ config: { ...config, emit_activate_version_messages: false } })).stdout);
    expect(typesOf(without)).not.toContain('ACTIVATE_VERSION');
    expect(rowsOf(without, 'squares')).toHaveLength(3);
    expect(without.filter(({ version }) => version)).toEqual([]);
  });

  it('keeps a time an integer where the catalog declares one', async () => {
    const catalog = {
      streams: [
        { tap_stream_id: 'numbers', schema: { properties: { n: {}, seen_at: { type: 'integer' } } }, metadata: [] },
      ],
    };
    const messages = messagesIn((await runTap({ config, catalog })).stdout);
    expect(rowsOf(messages, 'numbers')[0]).toEqual({ n: 1, seen_at: 1_700_000_001 });
  });
});

describe('what goes wrong', () => {
  it('fails a stream that there is not, or not in that way, and reads the others', async () => {
    const catalog = await catalogOf({ numbers: 'all', squares: 'all' });
    const selected = { breadcrumb: [], metadata: { selected: 'true' } };
    catalog.streams.push({ stream: 'nope', metadata: [selected] });
    const [numbers] = catalog.streams;
    Object.assign(numbers?.metadata[0]?.metadata ?? {}, { 'replication-method': 'LOG_BASED' });
    const { stdout, stderr, exitCode } = await runTap({ config, catalog });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^CRITICAL nope: The catalog asks for a stream "nope"/m);
    expect(stderr).toMatch(
      /^CRITICAL numbers: .* replication-method "LOG_BASED": use "FULL_TABLE" or "INCREMENTAL"\.$/m,
    );
    expect(rowsOf(messagesIn(stdout), 'squares')).toHaveLength(3);
    expect(typesOf(messagesIn(stdout), 'numbers')).toEqual([]);
  });

  it('keeps the state of a stream that fails half-way, names it in the state, and activates nothing', async () => {
    const { stdout, stderr, exitCode } = await runTap({ config: { token: 'tired', up_to: 30 } });
    const last = messagesIn(stdout).at(-1)?.value;
    expect(last).toEqual({ bookmarks: { numbers: { last: 10 } }, currently_syncing: 'numbers' });
    expect(typesOf(messagesIn(stdout))).not.toContain('ACTIVATE_VERSION');
    expect(stderr).toMatch(/^CRITICAL numbers: The token \*\*\*\* is \*\*\*\*: take another\.$/m);
    expect(exitCode).toBe(1);
  });

  it('says with its stack what is a fault of the code', async () => {
    const { stderr, exitCode } = await runTap({ config: { token: 'burst' } });
    expect(stderr).toMatch(
      /^CRITICAL numbers: Unexpected error, .*: \*\*\*\* exploded\nRangeError: \*\*\*\* exploded\n {4}at /m,
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    ['config', { config: '{' }, [], /The config file .* is not JSON/],
    ['config', { config: [] }, [], /The config file .* holds no JSON object/],
    ['config', { config: { token: 'refused' } }, [], /The token \*\*\*\* is \*\*\*\*: make a new one/],
    ['config', { config: { token: 'x', up_to: 'many' } }, [], /"up_to" \("many"\) must be integer/],
    ['catalog', { config, catalog: {} }, [], /The catalog file .* has no list "streams": pass what --discover wrote/],
    [
      'catalog',
      { config, catalog: { streams: [{}] } },
      [],
      /Entry 1 of "streams" in the catalog file .* has no "tap_stream_id"/,
    ],
    ['catalog', { config, catalog: { streams: [{ stream: 'a' }, { stream: 'a' }] } }, [], /names the stream "a" twice/],
    ['state', { config, state: '{' }, [], /The state file .* is not JSON/],
    ['state', { config, state: { bookmarks: 7 } }, [], /The state file .* is not understood/],
    ['option', { config }, ['--fly'], /Unknown argument: fly/],
    ['option', { config }, ['--test=everything'], /Invalid values/],
  ])(
    'says in one sentence what is wrong with a %s, and writes nothing else: %j',
    async (_what, files, args, reason) => {
      const { stdout, stderr, exitCode } = await runTap(files, args);
      const said = stderr.split('\n').filter((line) => line.startsWith('CRITICAL'));
      expect(said).toEqual([expect.stringMatching(reason)]);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    },
  );

  it('warns where nothing is selected, and still writes a state', async () => {
    const { stdout, stderr, exitCode } = await runTap({
      config,
      catalog: await catalogOf({}),
      state: { bookmarks: { numbers: { last: 2 } } },
    });
    expect(stderr).toMatch(/^WARNING The catalog file .* selects no stream/m);
    expect(messagesIn(stdout)).toEqual([
      { type: 'STATE', value: { bookmarks: { numbers: { last: 2 } }, currently_syncing: null } },
    ]);
    expect(exitCode).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('writes its state before it ends by %s', async (sent) => {
    const options = { signalAt: (stdout: string) => (stdout.includes('"last":20}') ? sent : undefined) };
    const { stdout, signal } = await runTap({ config: { token: 'slow', up_to: 100_000 } }, [], options);
    expect(signal).toBe(sent);
    const messages = messagesIn(stdout);
    const { bookmarks, currently_syncing } = messages.at(-1)?.value ?? {};
    expect(currently_syncing).toBe('numbers');
    const { last } = (bookmarks?.numbers ?? {}) as { last?: number };
    expect(last).toBeGreaterThanOrEqual(20);
    expect(rowsOf(messages, 'numbers').length).toBeGreaterThanOrEqual(Number(last));
  });
});

describe('beside messages', () => {
  it('measures rows, calls and times on stderr', async () => {
    const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/things/42/parts?secret=1`;
    const { stderr } = await runTap({ config: { ...config, url }, catalog: await catalogOf({ numbers: 'all' }) });
    server.close();
    const tags = { stream: 'numbers', endpoint: 'numbers' };
    expect(metricsIn(stderr, 'record_count')).toMatchObject([{ value: 3, tags }]);
    expect(metricsIn(stderr, 'sync_duration')).toMatchObject([{ tags: { stream: 'numbers', status: 'succeeded' } }]);
    expect(metricsIn(stderr, 'http_request_count')).toMatchObject([{ value: 0, tags }]);
    expect(metricsIn(stderr, 'job_duration')).toMatchObject([{ tags: { status: 'succeeded' } }]);
    expect(metricsIn(stderr, 'http_request_duration')).toEqual([
      {
        type: 'timer',
        metric: 'http_request_duration',
        value: expect.any(Number),
        tags: { endpoint: 'GET /things/{id}/parts', http_status_code: 200, status: 'succeeded' },
      },
    ]);
  });

  it('logs as much as the environment says, and never a secret', async () => {
    const loud = await runTap({ config }, [], { env: { TAP_NUMBERS_LOGLEVEL: 'debug' } });
    expect(loud.stderr).toMatch(/^DEBUG counts with \*\*\*\*$/m);
    expect((await runTap({ config }, [], { env: { LOGLEVEL: 'ERROR' } })).stderr).toBe('');
    expect((await runTap({ config: { ...config, novelty: 1 } })).stderr).toMatch(
      /^WARNING The config has a field "novelty"/m,
    );
  });

  it('tries every stream for --test, and leaves it after a row', async () => {
    const { stdout, exitCode } = await runTap({ config: { ...config, up_to: 100_000 } }, ['--test']);
    const messages = messagesIn(stdout);
    expect(typesOf(messages, 'numbers')).toEqual(['SCHEMA', 'RECORD']);
    expect(typesOf(messages, 'squares')).toEqual(['SCHEMA', 'RECORD']);
    expect(messages).toHaveLength(4);
    expect(exitCode).toBe(0);
    const schemas = messagesIn((await runTap({ config }, ['--test=schema'])).stdout);
    expect(typesOf(schemas)).toEqual(['SCHEMA', 'SCHEMA']);
  });

  it('fails --test where a stream fails', async () => {
    const catalog = { streams: [{ stream: 'nope' }, { stream: 'squares' }] };
    const { stdout, stderr, exitCode } = await runTap({ config, catalog }, ['--test']);
    expect(typesOf(messagesIn(stdout))).toEqual(['SCHEMA', 'RECORD']);
    expect(stderr).toMatch(/^CRITICAL nope/m);
    expect(exitCode).toBe(1);
  });

  it('says what it is, without a config', async () => {
    const json = JSON.parse((await runTap({}, ['--about', '--format', 'json'])).stdout);
    expect(json).toMatchObject({
      name: 'tap-numbers',
      version: '1.2.3',
      description: 'Counts.',
      capabilities: expect.arrayContaining(['catalog', 'discover', 'state', 'about', 'test', 'activate-version']),
    });
    expect(json.settings.required).toEqual(['token']);
    expect(json.settings.properties.token).toMatchObject({ type: 'string', secret: true });
    expect(json.settings.properties).toHaveProperty('emit_activate_version_messages');
    expect((await runTap({}, ['--about'])).stdout).toMatch(/^tap-numbers 1\.2\.3\nCounts\.\n/);
    expect((await runTap({}, ['--about', '--format=markdown'])).stdout).toContain(
      '| token | yes | TAP_NUMBERS_TOKEN | Opens the door. |',
    );
    expect((await runTap({}, ['--version'])).stdout).toBe('1.2.3\n');
    expect((await runTap({}, ['--help'])).stdout).toContain('--discover');
  });
});
