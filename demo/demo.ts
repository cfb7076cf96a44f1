/** The whole job in a minute: a simulated workspace through spec, check, discover and read, twice, into SQLite. */
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { startSandbox } from '../sandbox/server.ts';
import { questions } from './questions.ts';
import { connection, type DiscoveredStream, type StreamSummary } from './sync.ts';
import { table } from './table.ts';
import { openWarehouse, type Warehouse } from './warehouse.ts';

/** Files of an earlier demo, which this demo makes again. */
const FILES = [
  'config.json',
  'catalog.json',
  'state.json',
  'summary.json',
  'intercom.sqlite',
  'intercom.sqlite-wal',
  'intercom.sqlite-shm',
];

/** `folder`: where the config, the state and the database of the demo are put. */
export async function runDemo(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of FILES) await rm(join(folder, file), { force: true });
  const database = join(resolve(folder), 'intercom.sqlite');
  const sandbox = await startSandbox({ companies: 80, contacts: 350, conversations: 500, tickets: 200 });
  try {
    const intercom = connection(folder, sandbox.url);
    await intercom.configure({ access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z' });

    const { connectionSpecification } = await intercom.spec();
    const { properties, required } = connectionSpecification;
    say(`spec      the config has ${Object.keys(properties).length} fields; it needs ${required.join(' and ')}`);
    const { status, message } = await intercom.check();
    say(`check     ${status}${message ? `: ${message}` : ''}`);
    const streams = await intercom.discover();
    say(`discover  ${streams.length} streams`);

    const warehouse = openWarehouse(database, streams);
    say('\nread      everything, for the first time');
    await sync(intercom, streams, warehouse);

    const changes = await changeWorkspace(sandbox.url);
    say(`\n          An hour goes by, and in the workspace ${changes} things change.`);
    say('read      what has changed since');
    await sync(intercom, streams, warehouse);

    for (const { title, sql } of questions) {
      process.stdout.write(`\n${title}\n\n${sql.replaceAll(/^/gm, '    ')}\n\n${table(warehouse.query(sql))}\n`);
    }
    warehouse.close();
    say(`\nAll of it is in ${relative(process.cwd(), database) || database}: open it with any SQLite client.`);
  } finally {
    await sandbox.close();
  }
}

async function sync(
  intercom: ReturnType<typeof connection>,
  streams: readonly DiscoveredStream[],
  warehouse: Warehouse,
): Promise<void> {
  let rows = 0;
  let done = 0;
  const progress = () => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r          ${rows} rows, ${done} of ${streams.length} streams done `);
  };
  const summary = await warehouse.transaction(() =>
    intercom.read(
      streams,
      (stream, row) => {
        warehouse.upsert(stream, row);
        rows += 1;
        if (rows % 200 === 0) progress();
      },
      (stream) => {
        done += 1;
        if (process.stderr.isTTY) progress();
        else say(`          ${stream} is complete (${done} of ${streams.length})`);
      },
    ),
  );
  say(`${process.stderr.isTTY ? '\n' : ''}\n${table([...summary.map(shown), total(summary)])}`);
}

function shown({ stream, rows, calls, seconds }: StreamSummary) {
  return { stream, rows, calls, seconds: seconds.toFixed(1) };
}

/** Streams are read side by side, so the sync lasts as long as its longest stream. */
function total(summary: readonly StreamSummary[]) {
  const sum = (pick: (stream: StreamSummary) => number) => summary.reduce((all, stream) => all + pick(stream), 0);
  const seconds = Math.max(...summary.map((stream) => stream.seconds)).toFixed(1);
  return { stream: 'all', rows: sum(({ rows }) => rows), calls: sum(({ calls }) => calls), seconds };
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
