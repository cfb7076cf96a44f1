/**
 * Checks the views of deploy/sql/: all files are parsed, and the file for an Airbyte destination in PostgreSQL runs over tables
 * with the rows of two syncs, compared with the truth. The suites of PyAirbyte and Meltano check the views over their tables.
 * `npm run test:views`; exit code 1 if a check fails.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../sandbox/server.ts';
import { runConnector } from '../../tests/harness/connector.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { sync } from '../../tests/harness/sync.ts';
import { mutate, truthOf } from '../../tests/harness/truth.ts';
import { type Postgres, startPostgres } from '../meltano/postgres.ts';
import type { Tables } from '../pyairbyte/table.ts';
import { environment, MissingError } from '../python.ts';
import { tablesSql } from './destination.ts';
import { expectedTables, STREAMS } from './expected.ts';
import { guideBlock } from './guide-block.ts';
import { judgeViews } from './judge.ts';
import { judgeFiles } from './parsed.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PINS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The size of the sandbox: each search has more than one page. */
const SIZE = { companies: 20, contacts: 160, conversations: 160, tickets: 20, activityLogs: 20 };

const PAIRS = [
  ['contact_companies', 'contact', 'company'],
  ['contact_tags', 'contact', 'tag'],
  ['company_tags', 'company', 'tag'],
  ['conversation_contacts', 'conversation', 'contact'],
  ['conversation_tags', 'conversation', 'tag'],
] as const;

const CONFIG = { emit_deletions: true, optional_streams: ['article_statistics'] };

const { check, run } = createSuite();
await run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/main.js'))) throw new MissingError('The connector is not built: npm run build.');
  const sqlglot = await environment(join(ROOT, '.venvs/views'), PINS);
  const folder = await mkdtemp(join(tmpdir(), 'test-views-'));
  const sandbox = await startSandbox({ ...SIZE, rateLimit: 100_000 });
  const postgres = await startPostgres();
  try {
    await judgeFiles(sqlglot, folder, await expectedTables(sandbox.url), check);
    await loadAndJudge(folder, sandbox.url, postgres);
  } finally {
    await postgres.stop();
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** Reads twice, with changes and deletions between, and compares the views with the truth. */
async function loadAndJudge(folder: string, url: string, postgres: Postgres): Promise<void> {
  const config = { ...CONFIG, access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
  const { messages } = await runConnector('discover', { config }, { baseUrl: url });
  const discovered = messages.flatMap(({ catalog }) => catalog?.streams ?? []);
  const streams = discovered.filter(({ name }) => STREAMS.includes(name));
  const first = await sync(url, CONFIG, STREAMS);
  await changeMuch(url);
  const second = await sync(url, CONFIG, STREAMS, { before: first });
  const file = join(folder, 'tables.sql');
  await writeFile(file, tablesSql(streams, [first, second]) + earlierPairs());
  await postgres.shell(`psql "$DATABASE_URL" -q -v ON_ERROR_STOP=1 -f ${file}`);
  await postgres.shell(await guideBlock('sh', 'airbyte/postgresql.sql'));
  const [tables, views] = await Promise.all([postgres.tables('intercom'), postgres.tables('fivetran_intercom')]);
  await judgeViews({ which: 'PostgreSQL', url, tables, views, statistics: true }, check);
  await judgeThirdLevel(postgres, views);
}

/** Makes changes of all kinds, and deletes a conversation. */
async function changeMuch(url: string): Promise<void> {
  await mutate(url, { count: 150, seed: 5, deletes: false });
  const [gone] = [...(await truthOf(url, 'conversations')).values()].map(({ body }) => body.id);
  await mutate(url, { operations: [{ op: 'delete', kind: 'conversations', id: gone }] });
}

/** SQL that adds pairs which only an earlier version of the parent had: in the sandbox, pairs do not end. */
function earlierPairs(): string {
  const statements = PAIRS.map(([table, parent, child]) => {
    const columns = `${parent}_id, ${child}_id, ${parent}_updated_at, _airbyte_extracted_at`;
    const earlier = `${parent}_id, 'earlier', ${parent}_updated_at - 1, now()`;
    return `insert into intercom.${table} (${columns}) select ${earlier} from intercom.${table} limit 5;\n`;
  });
  return statements.join('');
}

/** The sandbox nests collections on two levels, Intercom on three. */
async function judgeThirdLevel(postgres: Postgres, views: Tables): Promise<void> {
  const second = views.get('collection_history')?.rows.find(({ parent_id }) => parent_id !== null);
  const values = `'third', '${second?.id}', now()`;
  const insert = `insert into intercom.collections (id, parent_id, _airbyte_extracted_at) values (${values})`;
  await postgres.shell(`psql "$DATABASE_URL" -q -v ON_ERROR_STOP=1 -c "${insert}"`);
  const rows = (await postgres.tables('fivetran_intercom')).get('collection_history')?.rows;
  const found = rows?.find(({ id }) => id === 'third')?.help_center_id;
  check(found !== undefined && found === second?.help_center_id, 'a collection on the third level has its help center');
}
