/**
 * Runs `source-intercom sync` into a real PostgreSQL server and into SQLite: killed at twenty random moments, with a server
 * that restarts in the middle, and on a full disk. `npm run test:tables`; exit code 1 if a check fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { EXECUTABLE, type Row } from '../../tests/harness/connector.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { mutate } from '../../tests/harness/truth.ts';
import { comparable, differences, none, sqliteRows, tableFor } from '../../tests/tables/stored.ts';
import { type Postgres, startPostgres } from '../meltano/postgres.ts';

const KILLS = 20;
const SIZE = {
  companies: 40,
  contacts: 150,
  conversations: 300,
  tickets: 80,
  latency: 5,
  rateLimit: 100_000,
  scrollExpiry: 1,
};

const { check, run } = createSuite();
await run(main);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'test-tables-'));
  const postgres = await startPostgres();
  try {
    for (const kind of ['PostgreSQL', 'SQLite'] as const) await follow(kind, folder, postgres);
    await fillDisk(folder);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}

/** A first sync that is killed again and again, then changes, then a sync during which the server restarts. */
async function follow(kind: 'PostgreSQL' | 'SQLite', folder: string, postgres: Postgres): Promise<void> {
  const sandbox = await startSandbox(SIZE);
  const path = join(folder, `${kind}.sqlite`);
  const into = kind === 'PostgreSQL' ? postgres.url : path;
  const sync = await syncOf(folder, sandbox, into);
  const rowsOf = async () =>
    kind === 'PostgreSQL' ? await tablesOf(postgres) : (name: string) => sqliteRows(path, tableNamed(name));
  try {
    let killed = 0;
    for (let tries = 0; killed < KILLS && tries < 4 * KILLS; tries += 1) {
      const child = sync();
      await sleep(300 + Math.random() * 1200);
      if ((await child.end('SIGKILL')).signal !== null) killed += 1;
      else await mutate(sandbox.url, { count: 100, seed: tries, deletes: false });
    }
    check(killed === KILLS, `${kind}: ${killed} syncs were killed at random`);
    check((await sync().ended).code === 0, `${kind}: the next sync completes`);
    await compare(kind, sandbox.url, await rowsOf());
    await mutate(sandbox.url, { count: 200, seed: 5, deletes: false });
    await mutate(sandbox.url, {
      operations: Array.from({ length: 5 }, () => ({ op: 'delete', kind: 'conversations' })),
    });
    const child = sync();
    if (kind === 'PostgreSQL') {
      await sleep(900);
      await postgres.restart();
    }
    check(
      (await child.ended).code === 0,
      `${kind}: a sync of changes completes${kind === 'SQLite' ? '' : ', although the server restarts meanwhile'}`,
    );
    await compare(kind, sandbox.url, await rowsOf());
  } finally {
    await sandbox.close();
  }
}

async function compare(kind: string, url: string, rowsOf: (name: string) => readonly Row[]): Promise<void> {
  let rows = 0;
  for (const stream of comparable) {
    const its = rowsOf(stream.name);
    rows += its.length;
    const found = await differences(url, stream, its, { textual: kind === 'SQLite' });
    // Older parts than the 500 that Intercom shows stay.
    const strange = stream.name.endsWith('_parts') ? [] : found.strange;
    if (!isDeepStrictEqual({ ...found, strange }, none))
      check(false, `${kind}, ${stream.name}: ${JSON.stringify(found).slice(0, 500)}`);
  }
  check(rows > 0, `${kind}: ${rows} rows in ${comparable.length} tables were compared with what exists`);
}

/** A limit of the size of files stands for a disk that is full. */
async function fillDisk(folder: string): Promise<void> {
  const sandbox = await startSandbox(SIZE);
  const path = join(folder, 'full.sqlite');
  try {
    const small = await syncOf(folder, sandbox, path, 'ulimit -f 5000; trap "" XFSZ; exec "$@"');
    const { code, stderr } = await small().ended;
    check(
      code === 1 && stderr.includes(`${path} does not take more rows`),
      'a full disk ends the sync with one sentence',
    );
    check(stderr.split('does not take more rows').length === 2, 'the sentence is said once');
    const whole = await syncOf(folder, sandbox, path);
    check((await whole().ended).code === 0, 'the next sync completes when there is space');
    await compare('SQLite', sandbox.url, (name) => sqliteRows(path, tableNamed(name)));
  } finally {
    await sandbox.close();
  }
}

/** Returns a function that starts a sync. `shell`: commands of sh that run it. */
async function syncOf(folder: string, sandbox: RunningSandbox, into: string, shell = 'exec "$@"') {
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify({ access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z' }));
  return () => {
    const args = ['-c', shell, 'sh', EXECUTABLE, 'sync', '--config', config, '--into', into];
    const env = { ...process.env, INTERCOM_BASE_URL: sandbox.url };
    const child = spawn('sh', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }));
    return {
      ended,
      end(signal: 'SIGKILL') {
        child.kill(signal);
        return ended;
      },
    };
  };
}

async function tablesOf(postgres: Postgres): Promise<(name: string) => readonly Row[]> {
  const tables = await postgres.tables('intercom');
  return (name) => tables.get(name)?.rows ?? [];
}

function tableNamed(name: string) {
  const stream = comparable.find((each) => each.name === name);
  if (!stream) throw new Error(`There is no stream ${name}.`);
  return tableFor(stream);
}
