/** Checks a run of the DAG: Airflow's tasks, and the messages of each workspace's tap. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, emittedIn } from '../../tests/harness/emitted.ts';
import type { Check } from '../../tests/harness/suite.ts';
import { statsOf } from '../../tests/harness/truth.ts';
import type { Run } from './airflow.ts';
import type { Workspace } from './workspaces.ts';

/** `tries`: the expected number of tries of each workspace that needs more than one. */
export function judgeTasks(
  check: Check,
  which: string,
  run: Run,
  tries: ReadonlyMap<string, number>,
  names: readonly string[],
): void {
  const mapped = run.tasks.filter(({ task_id }) => task_id === 'sync');
  const tried = new Map(mapped.map((task) => [task.rendered_map_index ?? '', task.try_number]));
  const asExpected = names.filter((name) => tried.get(name) === (tries.get(name) ?? 1));
  const succeeded = mapped.filter(({ state }) => state === 'success').length;
  check(
    run.state === 'success' && succeeded === names.length && mapped.length === names.length,
    `${which} run: ${run.state}, ${succeeded} of ${names.length} workspaces synced`,
  );
  const more = [...tried].filter(([, count]) => count > 1).map(([name, count]) => `${name} ${count}`);
  check(
    asExpected.length === names.length,
    `${which} run: more than one try expected for: ${[...tries.keys()].join(', ') || 'none'}; found for: ${more.join(', ') || 'none'}`,
  );
}

/** Checks a workspace whose task was killed in its first run: its messages were kept, and not emitted again. */
export async function judgeResumed(check: Check, { name, folder }: Workspace): Promise<void> {
  const contacts = (await emittedIn(join(folder, 'messages'))).map(
    (emitted) => emitted.filter(({ type, stream }) => type === 'RECORD' && stream === 'contacts').length,
  );
  const [kept = 0, added = 0] = contacts;
  check(
    contacts.length === 2 && kept > 0 && added < kept,
    `${name} was killed after ${kept} contacts, refused while its tap still ran, and then resumed: ${added} more`,
  );
}

/** Returns all messages so far, and the calls since the previous use of this function. */
export interface Sum {
  readonly records: number;
  readonly calls: number;
}

/** Compares all messages so far with the truth. Throws if a state is not JSON. */
export async function judgeRows(check: Check, which: string, workspaces: readonly Workspace[]): Promise<Sum> {
  const sum = { rows: 0, streams: 0, records: 0, calls: 0 };
  const wrong: string[] = [];
  for (const { name, folder, sandbox } of workspaces) {
    sum.calls += (await statsOf(sandbox.url, true)).calls;
    const messages = join(folder, 'messages');
    const emitted = await emittedIn(messages);
    const left = (await readdir(messages)).filter((file) => file.endsWith('.part'));
    wrong.push(...left.map((file) => `${name}: ${file} was not removed`));
    const compared = await compare(sandbox.url, emitted);
    sum.rows += compared.rows;
    sum.streams += compared.streams;
    sum.records += emitted.flat().filter(({ type }) => type === 'RECORD').length;
    wrong.push(...compared.wrong.map((what) => `${name}: ${what}`));
    JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'));
  }
  const details =
    wrong.length > 0 ? `: ${[`${wrong.length} differences`, ...wrong.slice(0, 5)].join('\n        ')}` : '';
  check(
    wrong.length === 0 && sum.rows > 0,
    `${which} run: ${sum.rows} rows of ${sum.streams} streams in ${workspaces.length} workspaces equal the truth${details}`,
  );
  return sum;
}
