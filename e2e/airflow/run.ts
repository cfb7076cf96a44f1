/**
 * Follows docs/airflow.md with twenty sandbox workspaces. The DAG runs twice in a real Airflow: in the first run one workspace
 * fails at first and one task is killed, and then all workspaces change. `npm run test:airflow`; exit code 1 if a check fails.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { guideBlocks } from '../../tests/docs/guide-blocks.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { mutate } from '../../tests/harness/truth.ts';
import { environment, MissingError } from '../python.ts';
import { type Airflow, settings, startAirflow } from './airflow.ts';
import { judgeResumed, judgeRows, judgeTasks } from './judge.ts';
import { startWorkspaces, type Workspace, writeTap } from './workspaces.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PINS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const TAP = join(ROOT, 'bin/tap-intercom');

/** The names of the workspaces. docs/airflow.md uses the first name. */
const NAMES = ['acme', ...Array.from({ length: 19 }, (_, index) => `workspace-${index + 2}`)];
const FAILING = 'workspace-7';
const KILLED = 'workspace-9';
/** The number of calls to refuse: the tap repeats a call once after a 401, and then fails. */
const REFUSED = { faults: [{ path: '/teams', status: 401, times: 2 }] };

const { check, run } = createSuite();

await run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/tap.js'))) throw new MissingError('The tap is not built: npm run build.');
  await environment(join(ROOT, '.venvs/airflow'), PINS);
  const folder = await mkdtemp(join(tmpdir(), 'test-airflow-'));
  const workspaces = await startWorkspaces(join(folder, 'workspaces'), NAMES);
  try {
    await furnish(folder, workspaces);
    await follow(folder, workspaces);
  } finally {
    await Promise.all(workspaces.map(({ sandbox }) => sandbox.close()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Writes the files of a checkout that the guide needs. The copy of the DAG waits less between tries, and has no schedule. */
async function furnish(folder: string, workspaces: readonly Workspace[]): Promise<void> {
  const dag = await readFile(join(ROOT, 'deploy/airflow/intercom.py'), 'utf8');
  await mkdir(join(folder, 'deploy/airflow'), { recursive: true });
  const hurried = replace(replace(dag, 'timedelta(minutes=5)', 'timedelta(seconds=1)'), '"@hourly"', 'None');
  await writeFile(join(folder, 'deploy/airflow/intercom.py'), hurried);
  await mkdir(join(folder, 'bin'));
  await writeTap(join(folder, 'bin/tap-intercom'), TAP);
  await symlink(join(ROOT, '.venvs/airflow'), join(folder, 'venv'));
  for (const { name, folder: own, sandbox } of workspaces) {
    const config = { access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z' };
    // The commands of the guide write the config of the first workspace.
    if (name !== NAMES[0]) await writeFile(join(own, 'config.json'), JSON.stringify(config));
    if (name === KILLED) await writeFile(join(own, 'kill'), '');
    if (name === FAILING) {
      await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify(REFUSED) });
    }
  }
}

function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the DAG no longer has the text ${from}`);
  return text.replace(from, to);
}

async function follow(folder: string, workspaces: readonly Workspace[]): Promise<void> {
  const [install = '', start = '', trigger = ''] = await guideBlocks('airflow.md', 'sh');
  check(install.includes((await readFile(PINS, 'utf8')).trim()), 'docs/airflow.md installs the pinned packages');
  const own = await settings();
  const env = { ...process.env, ...own };
  const airflow = await startAirflow(start, folder, own.AIRFLOW__API__BASE_URL, env);
  try {
    await runTwice(airflow, workspaces, () =>
      promisify(execFile)('bash', ['-euo', 'pipefail', '-c', trigger], { cwd: folder, env }),
    );
  } catch (error) {
    console.error(airflow.output());
    throw error;
  } finally {
    await airflow.stop();
  }
}

async function runTwice(
  airflow: Airflow,
  workspaces: readonly Workspace[],
  trigger: () => Promise<unknown>,
): Promise<void> {
  await trigger();
  // The tap of the killed task still holds the lock during the task's second try.
  const tries = new Map([
    [FAILING, 2],
    [KILLED, 3],
  ]);
  judgeTasks(check, 'first', await airflow.ended('intercom', 1), tries, NAMES);
  for (const workspace of workspaces) if (workspace.name === KILLED) await judgeResumed(check, workspace);
  const first = await judgeRows(check, 'first', workspaces);

  for (const { sandbox } of workspaces) await mutate(sandbox.url, { count: 10, seed: 7, deletes: false });
  await trigger();
  judgeTasks(check, 'second', await airflow.ended('intercom', 2), new Map(), NAMES);
  const second = await judgeRows(check, 'second', workspaces);
  check(
    second.records - first.records < first.records / 2 && second.calls < first.calls,
    `records and calls: ${first.records} and ${first.calls} in the first run, ${second.records - first.records} and ${second.calls} in the second`,
  );
}
