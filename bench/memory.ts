/**
 * Reads 100,000 conversations from a sandbox and measures the connector's peak memory, time and calls.
 * `npm run bench:memory [-- CONVERSATIONS] [--against FOLDER] [--rounds 3]`; exit code 1 where the peak is 150 MB or more.
 * FOLDER: another built checkout, which reads the same sandbox in turn; then the ratios of the medians are printed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const LIMIT_MB = 150;
const EXECUTABLE = fileURLToPath(new URL('../bin/source-intercom', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '3' } },
});
const conversations = Number(positionals[0] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const sandbox = start(EXECUTABLE, {}, 'sandbox', '--conversations', String(conversations), '--rate-limit', '1000000');
try {
  const { url, token } = await firstLine(sandbox);
  const files = await writeFiles(token);
  const ours: Figures[] = [];
  const theirs: Figures[] = [];
  const other = values.against === undefined ? undefined : resolve(values.against, 'bin/source-intercom');
  for (let round = 0; round < (other ? Number(values.rounds) : 1); round += 1) {
    if (other) theirs.push(await measure(other, url, files));
    ours.push(await measure(EXECUTABLE, url, files));
  }
  const peakMb = median(ours, 'peakMb');
  if (other) {
    const ratio = (figure: keyof Figures) => (median(ours, figure) / median(theirs, figure)).toFixed(2);
    console.log(
      `against ${values.against}: time × ${ratio('seconds')}, peak × ${ratio('peakMb')}, calls × ${ratio('calls')}`,
    );
  }
  if (peakMb >= LIMIT_MB) throw new Error(`the peak is not below ${LIMIT_MB} MB`);
} finally {
  sandbox.kill();
  await rm(folder, { recursive: true });
}

interface Figures {
  readonly seconds: number;
  readonly peakMb: number;
  readonly calls: number;
}

/** One first sync of the conversations. Throws where it is not complete. */
async function measure(executable: string, url: string, files: readonly string[]): Promise<Figures> {
  const began = performance.now();
  const reader = start(executable, { INTERCOM_BASE_URL: url }, 'read', ...files);
  const peak = watchPeak(reader);
  let bytes = 0;
  reader.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const [code] = await once(reader, 'close');
  const seconds = (performance.now() - began) / 1000;
  const [read] = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')).streams;
  const { rows, calls } = read as { rows: number; calls: number };
  const peakMb = peak();
  console.log(
    `${rows} conversations, ${calls} calls, ${(bytes / 1e6).toFixed(0)} MB of output in ${seconds.toFixed(1)} s ` +
      `(${Math.round(rows / seconds)} a second), peak memory ${peakMb.toFixed(0)} MB`,
  );
  if (code !== 0 || rows !== conversations) throw new Error(`the read ended with exit code ${code} and ${rows} rows`);
  return { seconds, peakMb, calls };
}

function median(figures: readonly Figures[], figure: keyof Figures): number {
  return figures.map((each) => each[figure]).toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function start(executable: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): ChildProcess {
  return spawn(executable, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(child: ChildProcess): Promise<{ url: string; token: string }> {
  if (!child.stdout) throw new Error('the sandbox has no stdout');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the sandbox ended without a word');
}

/** The arguments of a read over files in the temporary folder. */
async function writeFiles(token: string): Promise<readonly string[]> {
  const stream = { name: 'conversations', json_schema: {}, supported_sync_modes: ['full_refresh', 'incremental'] };
  const contents = {
    config: { access_token: token, start_date: '2010-01-01T00:00:00Z' },
    catalog: { streams: [{ stream, sync_mode: 'incremental', destination_sync_mode: 'append_dedup' }] },
  };
  const args = Object.entries(contents).map(async ([name, content]) => {
    const path = join(folder, `${name}.json`);
    await writeFile(path, JSON.stringify(content));
    return [`--${name}`, path];
  });
  return [...(await Promise.all(args)).flat(), '--summary', join(folder, 'summary.json')];
}

/** Linux keeps the high-water mark of a process's resident memory; it is gone with the process, so it is read often. */
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
