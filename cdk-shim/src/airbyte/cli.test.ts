import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsIn, messagesOf, statusesIn } from '../fixtures/messages.ts';
import { temporaryFile } from '../fixtures/temporary-file.ts';
import type { AirbyteMessage } from '../generated/airbyte-message.ts';

const SOURCE = join(import.meta.dirname, '../fixtures/numbers-source.ts');

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [SOURCE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ...texts, exitCode };
}

/** Runs one command with files of these contents. Every line of its output must be a message. */
async function answer(command: string, files: Record<string, unknown>, ...more: string[]) {
  const args = [command, ...more];
  for (const [name, content] of Object.entries(files)) args.push(`--${name}`, await temporaryFile(content));
  const { exitCode, stdout, stderr } = await run(...args);
  return { exitCode, stderr, messages: messagesOf(stdout) };
}

const typesOf = (messages: readonly AirbyteMessage[]) => messages.map(({ type }) => type);
const withToken = (token: string) => ({ token, since: '2024' });
const config = withToken('hush');

const numbers = { stream: { name: 'numbers', namespace: 'space' }, sync_mode: 'incremental' };
const squares = { stream: { name: 'squares' }, sync_mode: 'incremental' };
const catalog = { streams: [numbers, squares] };

describe('spec', () => {
  it.each([[['spec']], [['spec', '--debug']]])('answers %j', async (args) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(messagesOf(stdout)).toMatchObject([{ type: 'SPEC', spec: { connectionSpecification: { type: 'object' } } }]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

describe('check', () => {
  it('succeeds', async () => {
    const { exitCode, messages } = await answer('check', { config });
    expect(messages).toEqual([{ type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED' } }]);
    expect(exitCode).toBe(0);
  });

  it('succeeds with a warning about unreadable streams, and about unknown fields', async () => {
    const { messages } = await answer('check', { config: { ...withToken('weak'), novelty: 'n', _x: 1 } });
    const message = 'The token cannot read squares.';
    expect(messages).toEqual([
      { type: 'LOG', log: { level: 'WARN', message: expect.stringContaining('"novelty"') } },
      { type: 'LOG', log: { level: 'WARN', message } },
      { type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED', message } },
    ]);
  });

  it.each([
    [withToken('refused'), 'The token **** is ****: make a new one.'],
    [withToken('offline'), 'The service cannot be reached: check the network.'],
    [{}, /the field "token" is missing/],
    ['{', /is not JSON/],
  ])('reports the config %j as a failed connection', async (content, message) => {
    const { exitCode, messages, stderr } = await answer('check', { config: content });
    const text = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(messages).toEqual([{ type: 'CONNECTION_STATUS', connectionStatus: { status: 'FAILED', message: text } }]);
    const said = messages.flatMap((message) =>
      message.type === 'CONNECTION_STATUS' ? [message.connectionStatus.message] : [],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: `${said[0]}\n` });
  });

  it('reports a missing config file as a failed connection', async () => {
    const { exitCode, stdout } = await run('check', '--config', '/nowhere/config.json');
    expect(messagesOf(stdout)).toMatchObject([
      {
        connectionStatus: {
          status: 'FAILED',
          message: 'The config file /nowhere/config.json does not exist: check the path.',
        },
      },
    ]);
    expect(exitCode).toBe(0);
  });

  it.each(['broken', 'sticky'])('reports no connection status after a bug in the code (%s)', async (token) => {
    const { exitCode, messages, stderr } = await answer('check', { config: withToken(token) });
    expect(typesOf(messages)).toEqual(['TRACE']);
    expect(errorsIn(messages)).toMatchObject([
      {
        message: expect.stringMatching(/\*\*\*\* exploded$/),
        failure_type: 'system_error',
        stack_trace: expect.any(String),
      },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `${errorsIn(messages)[0]?.message}\n` });
  });
});

describe('discover', () => {
  it('lists the streams', async () => {
    const { exitCode, messages } = await answer('discover', { config });
    expect(messages).toMatchObject([
      { type: 'CATALOG', catalog: { streams: [{ name: 'numbers' }, { name: 'squares' }] } },
    ]);
    expect(exitCode).toBe(0);
  });

  it('ends with one error for a bad config', async () => {
    const { exitCode, messages } = await answer('discover', { config: { token: 'hush' } });
    expect(typesOf(messages)).toEqual(['TRACE']);
    expect(errorsIn(messages)).toMatchObject([{ failure_type: 'config_error' }]);
    expect(exitCode).toBe(1);
  });
});

describe('read', () => {
  it('reads the streams of the catalog', async () => {
    const { exitCode, messages, stderr } = await answer('read', { config, catalog, state: [] });
    const records = messages.flatMap((message) => (message.type === 'RECORD' ? [message.record] : []));
    expect(records.filter(({ stream }) => stream === 'squares').map(({ data }) => data.square)).toEqual([1, 4, 9]);
    expect(records.filter(({ stream }) => stream === 'numbers').map(({ namespace }) => namespace)).toEqual(
      Array(3).fill('space'),
    );
    const ends = statusesIn(messages).filter(({ status }) => status === 'COMPLETE');
    expect(ends.map(({ stream_descriptor }) => stream_descriptor)).toEqual([
      { name: 'numbers', namespace: 'space' },
      { name: 'squares' },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('reads the other streams beside an unknown stream, and ends with exit code 1', async () => {
    const unknown = { stream: { name: 'nope' }, sync_mode: 'INVALID' };
    const { exitCode, messages } = await answer('read', { config, catalog: { streams: [unknown, squares] } });
    expect(errorsIn(messages)).toMatchObject([{ failure_type: 'config_error', stream_descriptor: { name: 'nope' } }]);
    expect(messages.filter(({ type }) => type === 'RECORD')).toHaveLength(3);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['config', { config: { ...config, since: 'x' }, catalog }, /"since"/],
    ['catalog', { config, catalog: '' }, /catalog file .* has no list "streams"/],
    ['state', { config, catalog, state: '{' }, /state file .* is not JSON/],
    ['token', { config: withToken('refused'), catalog }, /The token \*\*\*\* is \*\*\*\*/],
  ])('ends with one error for a bad %s, and writes nothing else', async (_what, files, message) => {
    const { exitCode, messages, stderr } = await answer('read', files);
    expect(typesOf(messages)).toEqual(['TRACE']);
    expect(errorsIn(messages)).toMatchObject([
      { message: expect.stringMatching(message), failure_type: 'config_error' },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `${errorsIn(messages)[0]?.message}\n` });
  });

  it('reads the streams that are named, resumes from the output of an earlier run, and keeps the states in a file', async () => {
    const stateOut = await temporaryFile('[]');
    const first = await answer('read', { config }, '--streams', 'numbers', '--state-out', stateOut);
    expect(first.exitCode).toBe(0);
    const state = await temporaryFile(
      `${first.messages.map((message) => JSON.stringify(message)).join('\n')}\n{"type":"REC`,
    );
    for (const from of [state, stateOut]) {
      const args = ['--config', await temporaryFile(config), '--streams', 'numbers', '--state', from];
      const { stdout, exitCode } = await run('read', ...args);
      expect(exitCode).toBe(0);
      expect(typesOf(messagesOf(stdout))).not.toContain('RECORD');
    }
  });

  it('says before it reads that a file cannot be written', async () => {
    for (const name of ['summary', 'state-out']) {
      const args = ['--config', await temporaryFile(config), '--streams', 'squares', `--${name}`, '/nowhere/file.json'];
      const { stdout, stderr } = await run('read', ...args);
      expect(typesOf(messagesOf(stdout))).toEqual(['TRACE']);
      expect(stderr).toMatch(/file \/nowhere\/file\.json cannot be written \(ENOENT\)/);
    }
  });

  it('shows no secret in logs and errors, and debug logs only with --debug', async () => {
    const files = { config: withToken('tired-token'), catalog: { streams: [squares] } };
    const quiet = await answer('read', files);
    const verbose = await answer('read', files, '--debug');
    expect(JSON.stringify(verbose.messages)).toContain('counts with ****');
    expect(JSON.stringify(quiet.messages)).not.toContain('counts with');
    expect(JSON.stringify(verbose.messages)).not.toContain('tired-token');
  });

  it('reports an uncaught exception, and ends', async () => {
    const { exitCode, messages, stderr } = await answer('read', { config: withToken('burst'), catalog });
    expect(errorsIn(messages)).toMatchObject([
      { failure_type: 'system_error', internal_message: 'RangeError: **** exploded' },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `${errorsIn(messages)[0]?.message}\n` });
  });

  it('is ended by SIGTERM', async () => {
    const files = [
      '--config',
      await temporaryFile({ ...config, up_to: 1e9 }),
      '--catalog',
      await temporaryFile(catalog),
    ];
    const child = spawn(process.execPath, [SOURCE, 'read', ...files], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => child.kill('SIGTERM'));
    child.stdout.resume();
    expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGTERM');
  });
});

describe('the command line', () => {
  it.each([
    [[], /no command is given/],
    [['fly'], /fly/],
    [['check'], /Missing required argument: config/],
    [['check', '--config'], /Not enough arguments following: config/],
    [['read', '--config', 'x'], /Missing required argument: catalog/],
    [['discover', '--config', 'x', '--speed', '9'], /Unknown argument: speed/],
  ])('reports the error in the arguments %j, with the usage on stderr', async (args, reason) => {
    const { exitCode, stdout, stderr } = await run(...args);
    const messages = messagesOf(stdout);
    expect(errorsIn(messages)).toMatchObject([
      { message: expect.stringMatching(reason), failure_type: 'config_error' },
    ]);
    expect(messages).toHaveLength(1);
    expect(stderr).toMatch(/^source-numbers/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(exitCode).toBe(1);
  });

  it('answers --help and --version', async () => {
    const help = await run('--help');
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    for (const command of ['spec', 'check', 'discover', 'read', 'sing']) expect(help.stdout).toContain(` ${command}`);
    expect(await run('--version')).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it("runs the connector's own commands", async () => {
    expect(await run('sing', 'short')).toEqual({ exitCode: 0, stdout: 'la\n', stderr: '' });
    expect(await run('sing', 'long')).toMatchObject({ exitCode: 3, stdout: 'la\n' });
    const refused = { exitCode: 1, stdout: '', stderr: 'That song is not known: name another.\n' };
    expect(await run('sing', 'unknown')).toEqual(refused);
    const { exitCode, stdout } = await run('sing', 'false');
    expect(errorsIn(messagesOf(stdout))).toMatchObject([{ internal_message: 'RangeError: voice exploded' }]);
    expect(exitCode).toBe(1);
  });

  it('ends with one sentence when the reader of its output has closed it', async () => {
    const files = [
      '--config',
      await temporaryFile({ ...config, up_to: 1e9 }),
      '--catalog',
      await temporaryFile(catalog),
    ];
    const child = spawn(process.execPath, [SOURCE, 'read', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(stderr).toBe('The reader of the output has closed it, so this process stops.\n');
  });
});
