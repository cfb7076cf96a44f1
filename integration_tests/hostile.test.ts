/** Readers that are slow, gone or full, signals at bad moments, and states that are large or odd. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/server.ts';
import { EXECUTABLE, type Message, type Output, rowsOf, run, runConnector } from './connector.ts';
import { startAlteredApi } from './fuzz/altered-api.ts';
import { statsOf, truthOf } from './truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

function catalogOf(...names: readonly string[]) {
  const stream = (name: string) => ({
    stream: { name, json_schema: {}, supported_sync_modes: ['incremental'] },
    sync_mode: 'incremental',
    destination_sync_mode: 'append',
  });
  return { streams: names.map(stream) };
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
/** Holds config and catalog for processes that a test starts by itself. */
let folder: string;
let read: readonly string[];
let readCompanies: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  sandbox = await startSandbox({ companies: 0, contacts: 50, conversations: 6000, rateLimit: 1_000_000 });
  const file = async (name: string, content: object) => {
    await writeFile(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const given = await file('config.json', config);
  const reading = async (stream: string) => [
    'read',
    '--config',
    given,
    '--catalog',
    await file(`${stream}.json`, catalogOf(stream)),
  ];
  read = await reading('conversations');
  readCompanies = await reading('companies');
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Starts the connector with its output on pipes that nobody reads yet. */
function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(EXECUTABLE, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A workspace whose companies nobody else scrolls over. */
function startCompanies() {
  return startSandbox({ companies: 300, contacts: 20, conversations: 0 });
}

async function textOf(stream: ChildProcess['stdout']): Promise<string> {
  let text = '';
  for await (const chunk of stream?.setEncoding('utf8') ?? []) text += chunk;
  return text;
}

/** The most memory, in MB, that a living process has held so far. */
function peakOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

describe('a reader that', () => {
  it('does not read makes the sync wait: no more calls, no more memory, and nothing is missing in the end', async () => {
    const child = start(read, { INTERCOM_BASE_URL: sandbox.url });
    const calls = async () => (await statsOf(sandbox.url)).calls;
    const before = await calls();
    await expect.poll(calls, { timeout: 10_000 }).toBeGreaterThan(before + 1);
    await sleep(500);
    const waiting = await calls();
    await sleep(700);
    expect(await calls()).toBe(waiting);
    expect(waiting - before).toBeLessThan(10);
    expect(peakOf(child)).toBeLessThan(256);
    const ended = once(child, 'close');
    const lines = (await textOf(child.stdout)).split('\n').filter((line) => line.includes('"stream":"conversations"'));
    expect(await ended).toEqual([0, null]);
    expect(lines.filter((line) => line.startsWith('{"type":"RECORD"'))).toHaveLength(6000);
  });

  it('leaves ends the sync with one sentence', async () => {
    const child = start(read, { INTERCOM_BASE_URL: sandbox.url });
    const said = textOf(child.stderr);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(await said).toBe('Whoever reads our output has closed it, so this process stops.\n');
  });

  it.skipIf(process.platform !== 'linux').each([['spec'], ['check'], ['read']])(
    'has a full disk gets one sentence and an exit code from %s',
    async (command) => {
      const given = command === 'spec' ? [] : read.slice(1, command === 'check' ? 3 : 5);
      const line = `"$0" "$@" > /dev/full`;
      const child = spawn('sh', ['-c', line, EXECUTABLE, command, ...given], {
        env: { ...process.env, INTERCOM_BASE_URL: sandbox.url },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const said = textOf(child.stderr);
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(await said).toBe('The disk that our output goes to is full: make room, and run this again.\n');
    },
  );
});

describe('the temporary folder', () => {
  it('is empty after a kill in the middle of a scroll', async () => {
    const temporary = await mkdtemp(join(folder, 'tmp-'));
    const companies = await startCompanies();
    const slow = await startAlteredApi(companies.url, async ({ url }, passOn) =>
      url.includes('scroll_param') ? 'hang' : passOn(),
    );
    const child = start(readCompanies, { INTERCOM_BASE_URL: slow.url, TMPDIR: temporary });
    child.stdout?.resume();
    await expect.poll(() => slow.asked.some(({ url }) => url.includes('scroll_param')), { timeout: 10_000 }).toBe(true);
    child.kill('SIGKILL');
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    expect(await readdir(temporary)).toEqual([]);
    await slow.close();
    await companies.close();
  });

  it.each([
    ['that is not there', '/nowhere/at/all', ''],
    ['without room', '', 'ulimit -f 1;'],
  ])('%s fails the streams that need it, with a sentence that names it', async (_, missing, limit) => {
    const temporary = missing || (await mkdtemp(join(folder, 'full-')));
    const companies = await startCompanies();
    const child = spawn('sh', ['-c', `${limit} exec "$0" "$@"`, EXECUTABLE, ...readCompanies], {
      env: { ...process.env, INTERCOM_BASE_URL: companies.url, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = textOf(child.stderr);
    const messages = (await textOf(child.stdout)).split('\n').filter(Boolean);
    const errors = messages.map((line) => JSON.parse(line) as Message).flatMap(({ trace }) => trace?.error ?? []);
    expect(errors).toMatchObject([{ stream_descriptor: { name: 'companies' }, failure_type: 'config_error' }]);
    expect(errors[0]?.message).toContain(`The temporary folder ${temporary} `);
    expect(await said).toBe('');
    await companies.close();
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the process by itself, within a second and without a word',
  (signal) => {
    /** How the connector ends after a signal that comes once `ready` says so. */
    async function signalled(baseUrl: string, ready: () => Promise<boolean> | boolean, reads: boolean): Promise<void> {
      const child = start(read, { INTERCOM_BASE_URL: baseUrl });
      const said = textOf(child.stderr);
      if (reads) child.stdout?.resume();
      await expect.poll(ready, { timeout: 10_000 }).toBe(true);
      const began = performance.now();
      child.kill(signal);
      const [code, by] = await once(child, 'exit');
      child.stdout?.resume();
      expect({ code, by, said: await said }).toEqual({ code: null, by: signal, said: '' });
      expect(performance.now() - began).toBeLessThan(1000);
    }

    it.concurrent('while nobody reads', async () => {
      const api = await startAlteredApi(sandbox.url, (_, passOn) => passOn());
      let before = -1;
      const still = async () => {
        const same = api.asked.length > 1 && api.asked.length === before;
        before = api.asked.length;
        await sleep(200);
        return same;
      };
      await signalled(api.url, still, false);
      await api.close();
    });

    it.concurrent('while a call hangs', async () => {
      const api = await startAlteredApi(sandbox.url, ({ url }, passOn) => (url.startsWith('/me') ? passOn() : 'hang'));
      await signalled(api.url, () => api.asked.length > 1, true);
      await api.close();
    });

    it.concurrent('while it waits for quota', async () => {
      const headers = { 'content-type': 'application/json', 'retry-after': '60' };
      const api = await startAlteredApi(sandbox.url, () => ({ status: 429, headers, body: '{}' }));
      await signalled(api.url, () => api.asked.length > 0, true);
      await api.close();
    });
  },
);

describe('a state', () => {
  /** As long as memories of this many conversations that were all changed of late. */
  function largeState(bytes: number) {
    const now = Math.floor(Date.now() / 1000);
    const entry = (index: number) => [String(1e14 + index), [now - (index % 600), 'AbCdEfGh']] as const;
    const recent = Object.fromEntries(Array.from({ length: Math.ceil(bytes / 38) }, (_, index) => entry(index)));
    return [streamState('conversations', { updated_at: now - 900, recent, start_date: 1_420_070_400 })];
  }

  it('of 10 MB is read in 256 MB of memory, and not written again after every page', async () => {
    const state = join(folder, 'large.json');
    const text = JSON.stringify(largeState(10e6));
    expect(text.length).toBeGreaterThan(10e6);
    await writeFile(state, text);
    const child = start([...read, '--state', state], { INTERCOM_BASE_URL: sandbox.url });
    let [bytes, peak] = [0, 0];
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (child.exitCode === null) peak = Math.max(peak, peakOf(child));
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(peak).toBeGreaterThan(20);
    expect(peak).toBeLessThan(256);
    expect(bytes).toBeLessThan(2.5 * text.length);
  });
});

function streamState(name: string, state: unknown) {
  return { type: 'STREAM', stream: { stream_descriptor: { name }, stream_state: state } };
}
