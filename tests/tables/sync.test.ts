/** `source-intercom sync` into SQLite: the tables hold what exists, however a sync ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { EXECUTABLE, type Output, type Row, run } from '../harness/connector.ts';
import { mutate } from '../harness/truth.ts';
import { comparable, differences, none, sqliteRows, tableFor } from './stored.ts';

const small = { companies: 20, contacts: 60, conversations: 60, tickets: 30, rateLimit: 100_000, scrollExpiry: 1 };

let sandbox: RunningSandbox;
let folder: string;
const path = () => join(folder, 'intercom.sqlite');

beforeEach(async () => {
  sandbox = await startSandbox(small);
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  const config = { access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z' };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
});

afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const argumentsOf = (args: readonly string[]) => [
  'sync',
  '--config',
  join(folder, 'config.json'),
  ...(args.includes('--into') ? [] : ['--into', path()]),
  ...args,
];

function sync(...args: readonly string[]): Promise<Output> {
  return run(argumentsOf(args), { baseUrl: sandbox.url });
}

/** A sync that the test ends itself. */
function start(...args: readonly string[]) {
  const env = { ...process.env, INTERCOM_BASE_URL: sandbox.url };
  const child = spawn(EXECUTABLE, argumentsOf(args), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  return {
    stderr: () => stderr,
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

function ask(sql: string): readonly Row[] {
  const database = new DatabaseSync(path(), { readOnly: true });
  try {
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}

async function slow(delay: number): Promise<void> {
  const faults = [{ path: '*', kind: 'slow', delay, times: 100_000 }];
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

async function expectTruth(): Promise<void> {
  for (const stream of comparable) {
    const rows = sqliteRows(path(), tableFor(stream));
    expect(await differences(sandbox.url, stream, rows, { textual: true }), stream.name).toEqual(none);
  }
}

it('fills a table for each stream, then takes over changes and deletions, and writes nothing to stdout', async () => {
  expect(await sync()).toMatchObject({ exitCode: 0, messages: [] });
  await expectTruth();
  await mutate(sandbox.url, { count: 40, seed: 3, deletes: false });
  const operations = [
    { op: 'delete', kind: 'conversations' },
    { op: 'merge', kind: 'contacts' },
  ];
  await mutate(sandbox.url, { operations });
  expect(await sync()).toMatchObject({ exitCode: 0 });
  await expectTruth();
});

it('loses nothing and repeats nothing when it is killed again and again', { timeout: 60_000 }, async () => {
  await slow(10);
  let unfinished = 0;
  for (let ms = 450; ms < 900; ms += 75) {
    const child = start();
    await sleep(ms);
    if ((await child.end('SIGKILL')) === null) unfinished += 1;
  }
  expect(unfinished).toBeGreaterThan(3);
  expect(await sync()).toMatchObject({ exitCode: 0 });
  await expectTruth();
});

it('marks deleted records where it is told to keep them', async () => {
  await sync('--keep-deleted');
  await mutate(sandbox.url, { operations: [{ op: 'delete', kind: 'conversations' }] });
  expect(await sync('--keep-deleted')).toMatchObject({ exitCode: 0 });
  const marked = ask('SELECT _ab_cdc_deleted_at AS at FROM conversations WHERE _ab_cdc_deleted_at IS NOT NULL');
  expect(marked).toMatchObject([{ at: expect.stringMatching(/^\d{4}-.*Z$/) }]);
  expect(ask('SELECT count(*) AS count FROM conversations')).toMatchObject([{ count: small.conversations }]);
});

it('adds the columns that a table lacks', async () => {
  await sync('--streams', 'tags');
  const database = new DatabaseSync(path());
  database.exec('ALTER TABLE tags DROP COLUMN name');
  database.close();
  await sync('--streams', 'tags');
  expect(ask('SELECT count(*) AS count FROM tags WHERE name IS NOT NULL')).toMatchObject([{ count: 20 }]);
});

it('syncs again and again until it is told to stop', async () => {
  const child = start('--streams', 'tags', '--every', '1s');
  await expect.poll(() => child.stderr().match(/tags: 20 rows/g)?.length, { timeout: 10_000 }).toBe(2);
  await child.end('SIGTERM');
});

describe('says in one sentence', () => {
  it('that another sync writes into the database', async () => {
    await slow(5000);
    const child = start('--streams', 'tags');
    await expect.poll(() => existsSync(path()), { timeout: 10_000 }).toBe(true);
    const { stderr, exitCode } = await sync('--streams', 'tags');
    expect(stderr).toContain(`Another sync writes into ${path()}: wait until it has ended`);
    expect(exitCode).toBe(1);
    await child.end('SIGKILL');
  });

  it.each([
    [['--streams', 'tag'], 'There is no stream "tag": possible are workspaces, admins, teams'],
    [['--into', 'mysql://host/database'], '--into names a database of the kind "mysql"'],
    [['--into', '/nowhere/intercom.sqlite'], '/nowhere/intercom.sqlite cannot be used as a SQLite database'],
    [
      ['--into', 'postgres://user:secret@127.0.0.1:1/database'],
      'The PostgreSQL database cannot be used (connect ECONNREFUSED',
    ],
    [['--every', 'often'], '--every is "often": give a number and a unit, such as 30s, 15m, 1h or 1d.'],
  ])('why %j does not work', async (args, sentence) => {
    const { stderr, exitCode } = await sync(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('secret');
    expect(exitCode).toBe(1);
  });
});
