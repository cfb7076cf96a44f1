/** The whole job in a minute: a simulated workspace into a SQLite file, then the changes of an hour, then some questions. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '@airbyte-ts/cdk-shim';
import { startSandbox } from '../sandbox/server.ts';
import { questions } from './questions.ts';
import { table } from './table.ts';

/** Files of an earlier demo, which this demo makes again. */
const DATABASE = 'intercom.sqlite';
const FILES = ['config.json', ...['', '-wal', '-shm', '-lock'].map((end) => `${DATABASE}${end}`)];

const EXECUTABLE = fileURLToPath(new URL('../../bin/source-intercom', import.meta.url));

/** `folder`: where the config and the database of the demo are put. Throws ConfigError where it cannot be written. */
export async function runDemo(folder: string): Promise<void> {
  await makeFolder(folder);
  const database = join(resolve(folder), DATABASE);
  const config = join(folder, 'config.json');
  const sandbox = await startSandbox({ companies: 80, contacts: 350, conversations: 500, tickets: 200 });
  const sync = () => run(sandbox.url, 'sync', '--config', config, '--into', database);
  try {
    await writeFile(config, JSON.stringify({ access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z' }));
    say(`A simulated workspace runs at ${sandbox.url}. Its first sync reads everything:\n`);
    await sync();
    const changes = await changeWorkspace(sandbox.url);
    say(`\nAn hour goes by, and in the workspace ${changes} things change. The second sync reads what has changed:\n`);
    await sync();
    answer(database);
    const path = relative(process.cwd(), database) || database;
    say(`\nAll of it is in ${path}: open it with any SQLite client. With a token of your own, the same is\n`);
    say('    source-intercom init\n    source-intercom sync --config config.json');
  } finally {
    await sandbox.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const file of FILES) await rm(join(folder, file), { force: true });
    await writeFile(join(folder, 'config.json'), '{}');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The folder ${folder} of the demo cannot be written (${code}): choose another with --output.`,
    );
  }
}

/** Runs this program as a person does. Throws ConfigError where it ends without success: it has said why. */
async function run(baseUrl: string, ...args: readonly string[]): Promise<void> {
  const env = { ...process.env, INTERCOM_BASE_URL: baseUrl };
  const [code] = await once(spawn(EXECUTABLE, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }), 'close');
  if (code !== 0) throw new ConfigError(`The demo ends here, since "source-intercom ${args[0]}" did not succeed.`);
}

function answer(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  for (const { title, sql } of questions) {
    const rows = database.prepare(sql).all();
    process.stdout.write(`\n${title}\n\n${sql.replaceAll(/^/gm, '    ')}\n\n${table(rows)}\n`);
  }
  database.close();
}

async function changeWorkspace(url: string): Promise<number> {
  const body = JSON.stringify({ count: 60, seed: 1, advance: 3600 });
  const response = await fetch(`${url}/__sandbox/mutate`, { method: 'POST', body });
  if (!response.ok) throw new Error(`the sandbox refused to change: ${await response.text()}`);
  const { changed, deleted } = (await response.json()) as Record<'changed' | 'deleted', Record<string, string[]>>;
  return [changed, deleted].flatMap((kinds) => Object.values(kinds)).flat().length;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
