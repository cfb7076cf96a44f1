/** Follows the guide, and checks the result of each step. */
import type { RunningSandbox } from '../../sandbox/server.ts';
import type { Check } from '../../tests/harness/suite.ts';
import type { SingerStream } from '../../tests/harness/tap.ts';
import { mutate, truthOf } from '../../tests/harness/truth.ts';
import { holding } from '../pyairbyte/table.ts';
import { guideBlock } from '../views/guide-block.ts';
import { judgeViews } from '../views/judge.ts';
import { discover, judgeSchema } from './judge-schema.ts';
import type { Postgres } from './postgres.ts';
import type { Project } from './project.ts';

export interface Stage {
  readonly project: Project;
  readonly sandbox: RunningSandbox;
  readonly postgres: Postgres;
  readonly check: Check;
}

/** The number of conversations, and of teams, to delete between two runs. */
const GONE = 3;

/** The tap is killed after this number of lines. A first sync of the sandbox writes more than twice as many. */
const FEW = 1500;

export async function follow(stage: Stage): Promise<void> {
  const { project, sandbox } = stage;
  const [, , load = '', reload = '', choose = '', state = '', another = '', add = ''] = project.blocks;
  await succeed(stage, 'the guide from install to the first run', load);
  const streams = await discover(sandbox.url, sandbox.token);
  await judge(stage, 'first run', streams, 'intercom');

  await changeMuch(sandbox.url);
  await succeed(stage, 'changes, and the second run', reload);
  await judge(stage, 'second run', streams, 'intercom');
  await judgeDeletions(stage);
  await judgeFivetranViews(stage);
  const { output } = await succeed(stage, 'the command that shows the state', state);
  stage.check(/"bookmarks"/.test(output), 'a state is stored');

  await Promise.all([breakOff(stage, another, streams), adding(stage, add)]);
  await choosing(stage, choose);
}

async function succeed({ project, check }: Stage, what: string, commands: string) {
  const result = await project.shell(commands);
  check(result.code === 0, `${what}: ${result.code === 0 ? 'done' : result.output.slice(-3000)}`);
  return result;
}

/** Compares all tables of a schema with the truth. */
async function judge(
  { sandbox, postgres, check }: Stage,
  which: string,
  streams: readonly SingerStream[],
  schema: string,
) {
  const tables = await postgres.tables(schema);
  const { rows, values, columns, wrong } = await judgeSchema(sandbox.url, streams, tables);
  const counted = `${rows} rows with ${values} values and ${columns} columns with their types in ${tables.size} tables`;
  const details = [`: ${wrong.length} differences`, ...wrong.slice(0, 10)].join('\n        ');
  check(wrong.length === 0 && rows > 0, `${which}: ${counted} equal the truth${wrong.length > 0 ? details : ''}`);
  return tables;
}

/** Makes changes of all kinds that a sync can see, deletions that Intercom lists, and deletions that a full refresh shows. */
async function changeMuch(url: string): Promise<void> {
  await mutate(url, { count: 150, seed: 5, deletes: false });
  const idsOf = async (stream: string) => [...(await truthOf(url, stream)).values()].map(({ body }) => body.id);
  for (const kind of ['conversations', 'teams']) {
    const operations = (await idsOf(kind)).slice(0, GONE).map((id) => ({ op: 'delete', kind, id }));
    await mutate(url, { operations });
  }
}

async function judgeDeletions({ postgres, check }: Stage): Promise<void> {
  const tables = await postgres.tables('intercom');
  const gone = (table: string) => tables.get(table)?.rows.filter((row) => row._sdc_deleted_at).length;
  check(gone('conversations') === GONE, `${gone('conversations')} conversations are marked as deleted`);
  check(gone('teams') === GONE, `${gone('teams')} teams are marked as deleted, by ACTIVATE_VERSION alone`);
}

/** Creates the views of docs/migrating.md, without the optional stream article_statistics. */
async function judgeFivetranViews({ postgres, sandbox: { url }, check }: Stage): Promise<void> {
  await postgres.shell(await guideBlock('sh', 'singer/postgresql.sql'));
  const [tables, views] = await Promise.all([postgres.tables('intercom'), postgres.tables('fivetran_intercom')]);
  await judgeViews({ which: "Fivetran's tables", url, tables, views, statistics: false }, check);
}

/** Kills the first sync into another schema. The next sync resumes, and does not repeat loaded rows. */
async function breakOff(stage: Stage, commands: string, streams: readonly SingerStream[]): Promise<void> {
  const { project, postgres, check } = stage;
  const { code } = await project.shell(commands, FEW);
  const half = [...(await postgres.tables('intercom_eu')).values()].flatMap(({ rows }) => rows);
  check(code !== 0 && half.length > 0, `a first run is killed, with exit code ${code}: ${half.length} rows are loaded`);
  await succeed(stage, 'the run after it', commands);
  const tables = await judge(stage, 'resumed run', streams, 'intercom_eu');
  const started = Math.min(...half.map((row) => Number(row._sdc_sync_started_at)));
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const kept = rows.filter((row) => row._sdc_sync_started_at === started).length;
  check(
    kept > 0 && kept < rows.length,
    `${kept} rows come from the killed run, ${rows.length - kept} from the next run`,
  );
}

/** Loads only the selected streams, into a separate schema. */
async function choosing(stage: Stage, commands: string): Promise<void> {
  const schema = 'export TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA=chosen';
  const apart = commands.replace('meltano run', 'meltano run --state-id-suffix=chosen');
  await succeed(stage, 'a selection, and a run', `${schema}\n${apart}`);
  const tables = await stage.postgres.tables('chosen');
  const columnsOf = (table: string) =>
    Object.keys(tables.get(table)?.columns ?? {}).filter((column) => !column.startsWith('_sdc'));
  stage.check([...tables.keys()].sort().join() === 'conversations,teams', `tables: ${[...tables.keys()].join(', ')}`);
  stage.check(columnsOf('teams').sort().join() === 'id,name', `columns of teams: ${columnsOf('teams').join(', ')}`);
  const conversations = columnsOf('conversations');
  stage.check(
    conversations.length > 20 && !conversations.includes('source'),
    `conversations have ${conversations.length} columns, and no source`,
  );
  const [chosen, all] = [holding(tables, 'conversations').length, await truthOf(stage.sandbox.url, 'conversations')];
  stage.check(chosen === all.size, `${chosen} of ${all.size} conversations are loaded`);
}

/** Tests the plugin definition in another project, with a separate system database. */
async function adding(stage: Stage, commands: string): Promise<void> {
  const enter = 'unset MELTANO_SYS_DIR_ROOT\nmkdir -p ../theirs\ncd ../theirs';
  const project = `${enter}\necho "project_id: theirs" > meltano.yml`;
  const { output } = await succeed(stage, 'the plugin definition in another project', `${project}\n${commands}`);
  stage.check(/Plugin configuration is valid/.test(output), 'the tap accepts the settings of this project');
  const printed = await stage.project.shell(`${enter}\nmeltano config print tap-intercom 2> /dev/null`);
  const config = JSON.parse(printed.output || '{}');
  stage.check(
    config.contact_roles?.[0] === 'user' && config.num_workers === 128 && config.access_token !== stage.sandbox.token,
    'Meltano passes lists and defaults, and hides the token',
  );
}
