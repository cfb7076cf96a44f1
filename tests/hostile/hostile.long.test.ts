/** Readers that are slow, gone or full, signals at bad moments, a temporary folder without room, and a state of 10 MB. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { linesOf } from '@airbyte-ts/cdk-shim';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { EXECUTABLE, type Message } from '../harness/connector.ts';
import { statsOf } from '../harness/truth.ts';

/** Tens of MB: far more than pipes hold. */
const CONVERSATIONS = 4000;
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
  sandbox = await startSandbox({
    companies: 0,
    contacts: 50,
    conversations: CONVERSATIONS,
    tickets: 20,
    rateLimit: 1_000_000,
  });
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

/** Starts the connector with its output on pipes without a reader. */
function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(EXECUTABLE, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A workspace without another scroll over its companies. */
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
    expect(lines.filter((line) => line.startsWith('{"type":"RECORD"'))).toHaveLength(CONVERSATIONS);
  });

  it('leaves ends the sync with one sentence', async () => {
    const child = start(read, { INTERCOM_BASE_URL: sandbox.url });
    const said = textOf(child.stderr);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(await said).toBe('The reader of the output has closed it, so this process stops.\n');
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
      expect(await said).toBe('The disk of the output is full: free some space, and run again.\n');
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
    expect(await said).toBe(`companies: ${errors[0]?.message}\n`);
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
  it('of 10 MB is read in 256 MB of memory, and not written again after every page', async () => {
    const { date } = Object.fromEntries((await fetch(sandbox.url)).headers);
    const began = Math.floor(Date.parse(String(date)) / 1000);
    // In the middle of a backfill, with so many memories of it that each page would bring the whole state again.
    const memories = Array.from(
      { length: 280_000 },
      (_, index) => [String(1e14 + index), [began, 'AbCdEfGh']] as const,
    );
    const saved = { backfill: { began, at: 1_420_070_400 }, recent: Object.fromEntries(memories) };
    const text = JSON.stringify([streamState('conversations', saved)]);
    expect(text.length).toBeGreaterThan(10e6);
    const state = join(folder, 'large.json');
    await writeFile(state, text);

    const child = start([...read, '--state', state], { INTERCOM_BASE_URL: sandbox.url });
    const lines = { RECORD: 0, STATE: 0 };
    let [stateBytes, peak] = [0, 0];
    for await (const line of linesOf(child.stdout as Readable)) {
      const kind = line.startsWith('{"type":"RECORD"') ? 'RECORD' : 'STATE';
      if (kind === 'STATE' && !line.startsWith('{"type":"STATE"')) continue;
      lines[kind] += 1;
      if (kind === 'STATE') stateBytes += line.length;
      if (lines.RECORD % 100 === 0) peak = Math.max(peak, peakOf(child));
    }
    if (child.exitCode === null) await once(child, 'close');
    expect(child.exitCode).toBe(0);
    expect(lines.RECORD).toBe(CONVERSATIONS);
    expect(lines.STATE).toBeGreaterThan(0);
    expect(stateBytes).toBeLessThan(2 * text.length);
    expect(peak).toBeGreaterThan(40);
    expect(peak).toBeLessThan(256);
  });
});

function streamState(name: string, state: unknown) {
  return { type: 'STREAM', stream: { stream_descriptor: { name }, stream_state: state } };
}
