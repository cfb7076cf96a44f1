import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { catalogOf, messagesIn, metricsIn, rowsOf, runTap, typesOf } from '../fixtures/run-tap.ts';

const config = { token: 'hush' };

describe('a sync with errors', () => {
  it('fails an unknown stream and an unknown replication method, and reads the other streams', async () => {
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

  it('keeps the state of a stream that fails half-way, names the stream in the state, and activates no version', async () => {
    const { stdout, stderr, exitCode } = await runTap({ config: { token: 'tired', up_to: 30 } });
    const last = messagesIn(stdout).at(-1)?.value;
    expect(last).toEqual({ bookmarks: { numbers: { last: 10 } }, currently_syncing: 'numbers' });
    expect(typesOf(messagesIn(stdout))).not.toContain('ACTIVATE_VERSION');
    expect(stderr).toMatch(/^CRITICAL numbers: The token \*\*\*\* is \*\*\*\*: take another\.$/m);
    expect(exitCode).toBe(1);
  });

  it('writes the stack trace of an unexpected error', async () => {
    const { stderr, exitCode } = await runTap({ config: { token: 'burst' } });
    expect(stderr).toMatch(
      /^CRITICAL numbers: Unexpected error\. .*: \*\*\*\* exploded\nRangeError: \*\*\*\* exploded\n {4}at /m,
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    ['config', { config: '{' }, [], /The config file .* is not JSON/],
    ['config', { config: [] }, [], /The config file .* holds no JSON object/],
    ['config', { config: { token: 'refused' } }, [], /The token \*\*\*\* is \*\*\*\*: make a new one/],
    ['config', { config: { token: 'x', up_to: 'many' } }, [], /"up_to" \("many"\) must be integer/],
    [
      'catalog',
      { config, catalog: {} },
      [],
      /The catalog file .* has no list "streams": pass a file that --discover wrote/,
    ],
    [
      'catalog',
      { config, catalog: { streams: [{}] } },
      [],
      /Entry 1 of "streams" in the catalog file .* has no "tap_stream_id"/,
    ],
    ['catalog', { config, catalog: { streams: [{ stream: 'a' }, { stream: 'a' }] } }, [], /names the stream "a" twice/],
    ['state', { config, state: '{' }, [], /The state file .* is not JSON/],
    ['state', { config, state: { bookmarks: 7 } }, [], /The state file .* cannot be understood/],
    ['option', { config }, ['--fly'], /Unknown argument: fly/],
    ['option', { config }, ['--test=everything'], /Invalid values/],
  ])('reports a wrong %s in one sentence, and writes nothing else: %j', async (_what, files, args, reason) => {
    const { stdout, stderr, exitCode } = await runTap(files, args);
    const errors = stderr.split('\n').filter((line) => line.startsWith('CRITICAL'));
    expect(errors).toEqual([expect.stringMatching(reason)]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  });

  it('warns about a catalog that selects nothing, and still writes a state', async () => {
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
    const { stdout, signal } = await runTap({ config: { ...config, up_to: 1e7 } }, [], options);
    expect(signal).toBe(sent);
    const messages = messagesIn(stdout);
    const { bookmarks, currently_syncing } = messages.at(-1)?.value ?? {};
    expect(currently_syncing).toBe('numbers');
    const { last } = (bookmarks?.numbers ?? {}) as { last?: number };
    expect(last).toBeGreaterThanOrEqual(20);
    expect(rowsOf(messages, 'numbers').length).toBeGreaterThanOrEqual(Number(last));
  });
});

describe('the output beside messages', () => {
  it('writes metrics of rows, calls and times to stderr', async () => {
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

  it('logs at the level of the environment, and never shows a secret', async () => {
    const loud = await runTap({ config }, [], { env: { TAP_NUMBERS_LOGLEVEL: 'debug' } });
    expect(loud.stderr).toMatch(/^DEBUG counts with \*\*\*\*$/m);
    expect((await runTap({ config }, [], { env: { LOGLEVEL: 'ERROR' } })).stderr).toBe('');
    expect((await runTap({ config: { ...config, novelty: 1 } })).stderr).toMatch(
      /^WARNING The config has an unknown field "novelty"/m,
    );
  });

  it('reads one row of every stream with --test', async () => {
    const { stdout, exitCode } = await runTap({ config: { ...config, up_to: 100_000 } }, ['--test']);
    const messages = messagesIn(stdout);
    expect(typesOf(messages, 'numbers')).toEqual(['SCHEMA', 'RECORD']);
    expect(typesOf(messages, 'squares')).toEqual(['SCHEMA', 'RECORD']);
    expect(messages).toHaveLength(4);
    expect(exitCode).toBe(0);
    const schemas = messagesIn((await runTap({ config }, ['--test=schema'])).stdout);
    expect(typesOf(schemas)).toEqual(['SCHEMA', 'SCHEMA']);
  });

  it('fails --test if a stream fails', async () => {
    const catalog = { streams: [{ stream: 'nope' }, { stream: 'squares' }] };
    const { stdout, stderr, exitCode } = await runTap({ config, catalog }, ['--test']);
    expect(typesOf(messagesIn(stdout))).toEqual(['SCHEMA', 'RECORD']);
    expect(stderr).toMatch(/^CRITICAL nope/m);
    expect(exitCode).toBe(1);
  });

  it('answers --about, --version and --help without a config', async () => {
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
