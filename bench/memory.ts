/**
 * Reads 100,000 conversations from a sandbox and measures the connector's peak memory and speed.
 * `npm run bench:memory [-- CONVERSATIONS]`; ends with exit code 1 when the peak is 150 MB or more.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LIMIT_MB = 150;
const EXECUTABLE = fileURLToPath(new URL('../bin/source-intercom', import.meta.url));

const conversations = Number(process.argv[2] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const sandbox = start('sandbox', '--conversations', String(conversations), '--rate-limit', '1000000');
try {
  const { url, token } = await firstLine(sandbox);
  const config = await file('config', { access_token: token, start_date: '2010-01-01T00:00:00Z' });
  const catalog = await file('catalog', {
    streams: [
      {
        stream: { name: 'conversations', json_schema: {}, supported_sync_modes: ['full_refresh', 'incremental'] },
        sync_mode: 'incremental',
        destination_sync_mode: 'append_dedup',
      },
    ],
  });
  const began = performance.now();
  const summary = join(folder, 'summary.json');
  const reader = startWith(
    { INTERCOM_BASE_URL: url },
    'read',
    '--config',
    config,
    '--catalog',
    catalog,
    '--summary',
    summary,
  );
  const peak = watchPeak(reader);
  let bytes = 0;
  reader.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const [code] = await once(reader, 'close');
  const seconds = (performance.now() - began) / 1000;
  const [read] = JSON.parse(await readFile(summary, 'utf8')).streams as [{ rows: number; calls: number }];
  const peakMb = peak();
  console.log(
    `${read.rows} conversations, ${read.calls} calls, ${(bytes / 1e6).toFixed(0)} MB of output in ${seconds.toFixed(1)} s ` +
      `(${Math.round(read.rows / seconds)} a second), peak memory ${peakMb.toFixed(0)} MB`,
  );
  if (code !== 0 || read.rows !== conversations)
    throw new Error(`the read ended with exit code ${code} and ${read.rows} rows`);
  if (peakMb >= LIMIT_MB) throw new Error(`the peak is not below ${LIMIT_MB} MB`);
} finally {
  sandbox.kill();
  await rm(folder, { recursive: true });
}

function start(...args: readonly string[]): ChildProcess {
  return startWith({}, ...args);
}

function startWith(env: NodeJS.ProcessEnv, ...args: readonly string[]): ChildProcess {
  return spawn(EXECUTABLE, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<{ url: string; token: string }> {
  if (!child.stdout) throw new Error('the sandbox has no stdout');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the sandbox ended without a word');
}

async function file(name: string, content: object): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(content));
  return path;
}

/** Linux keeps the high-water mark of a process's resident memory; it is gone with the process, so it is asked often. */
function watchPeak({ pid }: ChildProcess): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
    } catch {
      clearInterval(timer);
    }
  }, 50);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
