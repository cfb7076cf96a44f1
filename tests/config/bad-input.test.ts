/** Bad input gets one clear sentence, the right exit code, and no secret. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, rowsOf, run, runConnector } from '../harness/connector.ts';

const token = 'planted-secret-token';
const config = { access_token: token, start_date: '2024-01-01T00:00:00Z' };
const catalog = catalogOf('tags', 'admins');

function catalogOf(...names: readonly string[]) {
  return {
    streams: names.map((name) => ({ stream: { name }, sync_mode: 'full_refresh', destination_sync_mode: 'overwrite' })),
  };
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ token, companies: 3, contacts: 5, conversations: 5, tickets: 2 });
});

afterAll(() => sandbox.close());

/** The errors of a run, which must have ended with exit code 1 and without rows. */
function onlyError(output: Output): { message: string; failure_type: string } {
  const errors = output.messages.flatMap(({ trace }) => trace?.error ?? []);
  expect(output.exitCode).toBe(1);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  if (!error) throw new Error('no error');
  expect(error.message).not.toContain(token);
  expect(output.stderr).not.toContain(token);
  expect(output.messages.filter(({ record, state }) => record ?? state)).toEqual([]);
  return error;
}

describe('a config that', () => {
  it('has a field that we do not know: works, with a warning that names it', async () => {
    const output = await runConnector('check', { config: { ...config, user_agent: 'x' } }, { baseUrl: sandbox.url });
    expect(output.messages.find(({ connectionStatus }) => connectionStatus)?.connectionStatus?.status).toBe(
      'SUCCEEDED',
    );
    expect(output.messages.find(({ log }) => log?.level === 'WARN')?.log?.message).toContain('user_agent');
  });
});

describe('a catalog', () => {
  const badCatalogs: readonly (readonly [string, unknown, RegExp])[] = [
    ['that is not JSON', '{"streams": ', /catalog file .* is not JSON/],
    ['without streams', {}, /"streams"/],
    ['with an entry without a name', { streams: [{ stream: {} }] }, /name/],
    ['that names a stream twice', catalogOf('tags', 'tags'), /"tags" twice/],
  ];

  it.each(badCatalogs)('%s: config_error', async (_, bad, wanted) => {
    const error = onlyError(await runConnector('read', { config, catalog: bad }, { baseUrl: sandbox.url }));
    expect(error).toMatchObject({ failure_type: 'config_error', message: expect.stringMatching(wanted) });
  });

  it('with a stream that does not exist: it fails, the others run, exit code 1', async () => {
    const output = await runConnector(
      'read',
      { config, catalog: catalogOf('tags', 'martians') },
      { baseUrl: sandbox.url },
    );
    expect(output.exitCode).toBe(1);
    const errors = output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ failure_type: 'config_error', stream_descriptor: { name: 'martians' } });
    expect(rowsOf(output, 'tags').length).toBeGreaterThan(0);
    expect(statusesOf(output)).toEqual(['martians INCOMPLETE', 'tags STARTED', 'tags RUNNING', 'tags COMPLETE']);
  });

  it('with a sync mode that does not exist: that stream fails', async () => {
    const bad = { streams: [{ stream: { name: 'tags' }, sync_mode: 'INVALID', destination_sync_mode: 'overwrite' }] };
    const output = await runConnector('read', { config, catalog: bad }, { baseUrl: sandbox.url });
    expect(onlyError(output)).toMatchObject({
      failure_type: 'config_error',
      message: expect.stringContaining('INVALID'),
    });
  });
});

describe('a state', () => {
  it.each([
    ['that is not JSON', '[{', /state file .* is not JSON/],
    ['that is a list of numbers', [1, 2], /state file/],
  ])('%s: config_error', async (_, bad, wanted) => {
    const error = onlyError(await runConnector('read', { config, catalog, state: bad }, { baseUrl: sandbox.url }));
    expect(error).toMatchObject({ failure_type: 'config_error', message: expect.stringMatching(wanted) });
  });

  it.each([['[]'], [''], ['{}'], ['null']])('that is %j means none', async (state) => {
    const output = await runConnector('read', { config, catalog, state }, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
  });
});

describe('files and arguments', () => {
  it('a file that does not exist or cannot be read is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bad-input-'));
    const missing = join(folder, 'missing.json');
    expect(onlyError(await run(['discover', '--config', missing])).message).toContain(`${missing} does not exist`);
    expect(onlyError(await run(['discover', '--config', folder])).message).toContain('is a folder');
    const secret = join(folder, 'secret.json');
    await writeFile(secret, '{}');
    await chmod(secret, 0o000);
    // Root may read everything: only another user is kept out.
    if (process.getuid?.() !== 0)
      expect(onlyError(await run(['discover', '--config', secret])).message).toContain('may not be read');
    await rm(folder, { recursive: true });
  });

  it.each([
    [['read'], /--config|config/],
    [['discover'], /config/],
    [['raed', '--config', 'x'], /raed/],
    [[], /command/],
  ])('the arguments %j get one sentence', async (args, wanted) => {
    const error = onlyError(await run(args));
    expect(error.failure_type).toBe('config_error');
    expect(error.message).toMatch(wanted);
    expect(error.message).not.toContain('    at ');
  });
});

describe('Intercom', () => {
  it('refuses the token: check says FAILED, read ends with one error for everything', async () => {
    const wrong = { ...config, access_token: 'another-planted-token' };
    const checked = await runConnector('check', { config: wrong }, { baseUrl: sandbox.url });
    expect(checked.messages.map(({ connectionStatus }) => connectionStatus?.status)).toEqual(['FAILED']);
    expect(checked.messages[0]?.connectionStatus?.message).toContain('access_token');
    const output = await runConnector('read', { config: wrong, catalog }, { baseUrl: sandbox.url });
    const error = onlyError(output);
    expect(error.failure_type).toBe('config_error');
    expect(JSON.stringify(output.messages)).not.toContain('another-planted-token');
  });

  it('lacks a permission: check names it and succeeds; in read only the streams concerned fail', async () => {
    const partial = await startSandbox({
      token,
      conversations: 3,
      scopes: ['read_admins', 'read_tags', 'read_users_companies'],
    });
    try {
      const checked = await runConnector('check', { config }, { baseUrl: partial.url });
      const status = checked.messages.find(({ connectionStatus }) => connectionStatus)?.connectionStatus;
      expect(status?.status).toBe('SUCCEEDED');
      expect(status?.message).toContain('"Read conversations" (for conversation_attributes, ');
      const files = { config, catalog: catalogOf('tags', 'conversations') };
      const output = await runConnector('read', files, { baseUrl: partial.url });
      expect(output.exitCode).toBe(1);
      const errors = output.messages.flatMap(({ trace }) => trace?.error ?? []);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ failure_type: 'config_error', stream_descriptor: { name: 'conversations' } });
      expect(errors[0]?.message).toContain('read_conversations');
      expect(rowsOf(output, 'tags').length).toBeGreaterThan(0);
    } finally {
      await partial.close();
    }
  });

  it('lacks every permission: check says FAILED', async () => {
    const none = await startSandbox({ token, scopes: [] });
    try {
      const { messages } = await runConnector('check', { config }, { baseUrl: none.url });
      expect(messages.map(({ connectionStatus }) => connectionStatus?.status)).toEqual(['FAILED']);
    } finally {
      await none.close();
    }
  });

  it('cannot be reached: check says FAILED', { timeout: 120_000 }, async () => {
    const gone = await startSandbox({});
    await gone.close();
    const { messages } = await runConnector('check', { config }, { baseUrl: gone.url });
    expect(messages.map(({ connectionStatus }) => connectionStatus?.status)).toEqual(['FAILED']);
    expect(messages[0]?.connectionStatus?.message).toContain('check the network');
  });
});

function statusesOf(output: Output): readonly string[] {
  return output.messages.flatMap(({ trace }) => {
    const status = trace?.stream_status;
    return status ? [`${status.stream_descriptor.name} ${status.status}`] : [];
  });
}
