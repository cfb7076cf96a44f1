/**
 * Follows docs/pyairbyte.md with a sandbox: PyAirbyte reads all streams, many records change, and it reads again. The suite
 * compares the tables with the truth. `npm run test:pyairbyte`; exit code 1 if a check fails.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSandbox } from '../../sandbox/server.ts';
import { guideBlocks } from '../../tests/docs/guide-blocks.ts';
import { type CatalogStream, type Row, runConnector } from '../../tests/harness/connector.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { mutate, truthOf } from '../../tests/harness/truth.ts';
import { environment, MissingError } from '../python.ts';
import { guideBlock } from '../views/guide-block.ts';
import { judgeViews } from '../views/judge.ts';
import { duckdb, readCache } from './duckdb.ts';
import { judge } from './judge.ts';
import { holding, type Tables } from './table.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PINS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const GUIDE_URL = 'http://127.0.0.1:4010';

/** The size of the sandbox: each search has more than one page. */
const SIZE = { companies: 20, contacts: 160, conversations: 160, tickets: 20, activityLogs: 20 };

/** The number of conversations to delete between two reads. */
const GONE = 3;

const { check, run } = createSuite();

await run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/main.js'))) throw new MissingError('The connector is not built: npm run build.');
  const programs = await environment(join(ROOT, '.venvs/pyairbyte'), PINS);
  const folder = await mkdtemp(join(tmpdir(), 'test-pyairbyte-'));
  const sandbox = await startSandbox({ ...SIZE, rateLimit: 100_000 });
  try {
    await symlink(join(ROOT, 'bin'), join(folder, 'bin'));
    await symlink(join(ROOT, 'deploy'), join(folder, 'deploy'));
    await symlink(join(ROOT, '.venvs/pyairbyte'), join(folder, 'venv'));
    await follow(programs, folder, sandbox.url);
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

async function follow(programs: string, folder: string, url: string): Promise<void> {
  const [install = '', start = '', read = '', again = ''] = await guideBlocks('pyairbyte.md', 'sh');
  const [script = '', ask = ''] = await guideBlocks('pyairbyte.md', 'python');
  check(install.includes((await readFile(PINS, 'utf8')).trim()), 'docs/pyairbyte.md installs the pinned packages');
  check(
    start.includes(new URL(GUIDE_URL).port) && read.includes(GUIDE_URL),
    'the guide reads the sandbox that it starts',
  );
  await writeFile(join(folder, 'read.py'), script);
  const env = { ...process.env, AIRBYTE_LOGGING_ROOT: join(folder, 'logs') };
  const inShell = async (block: string) => {
    const commands = block.replaceAll(GUIDE_URL, url);
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, env });
    return stdout;
  };
  const first = processed(await inShell(read));
  await judgeTables('first read', programs, folder, url, []);

  const ids = await changeMuch(url);
  const more = { emit_deletions: true, optional_streams: ['article_statistics'] };
  const config = { ...JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')), ...more, ...ids };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  const exports = read.split('\n').filter((line) => line.startsWith('export '));
  const second = processed(await inShell([...exports, again].join('\n')));
  const tables = await judgeTables('second read', programs, folder, url, Object.values(ids).flat());
  check(second < first, `the second read emitted ${second} rows, the first ${first}`);
  judgeDeletions(tables);
  await judgeFivetranViews(programs, folder, url, tables);
  const answer = await inShell(`venv/bin/python -c '${ask.replaceAll("'", "'\\''")}'`);
  check(/closed/.test(answer), 'the query of the guide has an answer');
}

/** Creates the views of docs/migrating.md. */
async function judgeFivetranViews(programs: string, folder: string, url: string, tables: Tables): Promise<void> {
  const script = await guideBlock('python', 'airbyte/duckdb.sql');
  await promisify(execFile)(join(programs, 'python'), ['-c', script], { cwd: folder });
  const views = await readCache(programs, folder, 'fivetran_intercom');
  await judgeViews({ which: "Fivetran's tables", url, tables, views, statistics: true }, check);
}

function processed(output: string): number {
  return Number(/^(\d+) rows were read$/m.exec(output)?.[1]);
}

/** Makes changes of all kinds that a sync can see. Returns the options of the streams of single records. */
async function changeMuch(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  await mutate(url, { count: 150, seed: 5, deletes: false });
  const idsOf = async (stream: string, wanted: (body: Row) => boolean = () => true) =>
    [...(await truthOf(url, stream)).values()].flatMap(({ body }) => (wanted(body) ? [String(body.id)] : []));
  const [merged = '', into = '', ...contacts] = await idsOf('contacts', ({ role }) => role === 'user');
  const conversations = await idsOf('conversations');
  const operations = [
    { op: 'merge', kind: 'contacts', id: merged, with: into },
    ...conversations.slice(0, GONE).map((id) => ({ op: 'delete', kind: 'conversations', id })),
  ];
  await mutate(url, { operations });
  return {
    contact_ids: contacts.slice(0, 3),
    conversation_ids: conversations.slice(GONE, GONE + 3),
    note_ids: (await idsOf('notes')).slice(0, 3),
  };
}

/** Compares all tables with the truth. `only`: the ids of single records in the config. */
async function judgeTables(
  which: string,
  programs: string,
  folder: string,
  url: string,
  only: readonly string[],
): Promise<Tables> {
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'));
  const { messages } = await runConnector('discover', { config }, { baseUrl: url });
  const streams: readonly CatalogStream[] = messages.flatMap(({ catalog }) => catalog?.streams ?? []);
  const tables = await readCache(programs, folder);
  const sums = { rows: 0, values: 0, columns: 0 };
  const wrong: string[] = [];
  for (const stream of streams) {
    const table = tables.get(stream.name);
    if (!table) wrong.push(`${stream.name}: no table`);
    else {
      const judged = await judge(url, duckdb, stream, table, holding(tables, stream.name), only);
      for (const sum of ['rows', 'values', 'columns'] as const) sums[sum] += judged[sum];
      wrong.push(...judged.wrong);
    }
  }
  const { rows, values, columns } = sums;
  const counted = `${rows} rows with ${values} values and ${columns} columns with their types in ${streams.length} tables`;
  const details = [`${wrong.length} differences`, ...wrong.slice(0, 10)].join('\n        ');
  check(
    wrong.length === 0 && rows > 0,
    `${which}: ${counted} equal the truth${wrong.length > 0 ? `: ${details}` : ''}`,
  );
  return tables;
}

function judgeDeletions(tables: Tables): void {
  const gone = (table: string) => tables.get(table)?.rows.filter((row) => row._ab_cdc_deleted_at).length;
  const [conversations, contacts] = [gone('conversations'), gone('contacts')];
  check(
    conversations === GONE && contacts === 1,
    `${conversations} deleted conversations and ${contacts} merged contact are marked in their tables`,
  );
}
