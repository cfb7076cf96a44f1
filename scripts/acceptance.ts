/**
 * Makes the catalogs, the states in the future and the expected records of the acceptance suite from the built connector,
 * read against the suite's own simulated workspace: `node scripts/acceptance.ts`. With --check nothing is written; it
 * names each file that is not current and ends with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NOW, startWorkspace } from '../e2e/acceptance/workspace.ts';
import { type CatalogStream, configure, lastStates, type Output, runConnector } from '../tests/harness/connector.ts';
import { expectedRecords } from './expected-records.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = 'integration_tests';
/** The year 2211, in epoch seconds. */
const FUTURE = 7_626_086_649;

/** The content of each file. Throws where the connector does not emit every record. */
async function wanted(): Promise<ReadonlyMap<string, string>> {
  const config = JSON.parse(await readFile(join(ROOT, FOLDER, 'configs/config.json'), 'utf8'));
  const sandbox = await startWorkspace(config.access_token);
  try {
    const discovered = successful(await runConnector('discover', { config }));
    const streams = discovered.messages.flatMap(({ catalog }) => catalog?.streams ?? []);
    const output = successful(await runConnector('read', { config, catalog: configure(streams, modeOf) }));
    const incremental = streams.filter((stream) => modeOf(stream) === 'incremental');
    return new Map([
      [`${FOLDER}/catalogs/full_refresh.json`, catalogOf(streams, 'full_refresh', 'overwrite')],
      [`${FOLDER}/catalogs/incremental.json`, catalogOf(incremental, 'incremental', 'append_dedup')],
      [`${FOLDER}/states/abnormal_state.json`, formatted(futureStates(incremental, output))],
      [`${FOLDER}/expected_records.ndjson`, expectedRecords(streams, output, Date.parse(NOW) / 1000)],
    ]);
  } finally {
    await sandbox.close();
  }
}

function successful(output: Output): Output {
  if (output.exitCode === 0) return output;
  const errors = output.messages.flatMap(({ trace }) => trace?.error?.message ?? []);
  throw new Error(`The connector ended with exit code ${output.exitCode}. ${errors.join(' ')} ${output.stderr}`);
}

function modeOf({ supported_sync_modes: modes }: CatalogStream): 'incremental' | 'full_refresh' {
  return modes.includes('incremental') ? 'incremental' : 'full_refresh';
}

function catalogOf(streams: readonly CatalogStream[], sync_mode: string, destination_sync_mode: string): string {
  const entries = streams.map(({ name, supported_sync_modes }) => ({
    stream: { name, json_schema: {}, supported_sync_modes },
    sync_mode,
    destination_sync_mode,
  }));
  return formatted({ streams: entries });
}

/** In the order of the streams, the last state of each, with its cursors moved into the future and no memory of records. */
function futureStates(streams: readonly CatalogStream[], output: Output): readonly object[] {
  const states = lastStates(output);
  return streams.map(({ name }) => {
    const last = states.find(({ stream }) => stream.stream_descriptor.name === name);
    const stream_state = last && moved(last.stream.stream_state);
    if (!stream_state) throw new Error(`${name} ended without a cursor in its state.`);
    return { type: 'STREAM', stream: { stream_descriptor: { name }, stream_state } };
  });
}

/** Undefined where an object holds no cursor. */
function moved(state: object): object | undefined {
  const cursors = Object.entries(state).flatMap(([name, value]): [string, unknown][] => {
    if (name.endsWith('_at') && Number.isInteger(value)) return [[name, FUTURE]];
    // Without it the state of company_segments would be one of another connector, which starts again.
    if (name === 'recent') return [[name, {}]];
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? moved(value) : undefined;
    return inner ? [[name, inner]] : [];
  });
  return cursors.length > 0 ? Object.fromEntries(cursors) : undefined;
}

/** JSON as the formatter of this project writes it. */
function formatted(value: object): string {
  const command = join(ROOT, 'node_modules/.bin/biome');
  const options = { cwd: ROOT, input: JSON.stringify(value, null, 2), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(command, ['format', '--stdin-file-path', 'made.json'], options);
  if (status !== 0) throw new Error(`biome could not format a file of the acceptance suite: ${stderr}`);
  return stdout;
}

for (const [file, content] of await wanted()) {
  const path = join(ROOT, file);
  if (!process.argv.includes('--check')) await writeFile(path, content);
  else if ((await readFile(path, 'utf8').catch(() => undefined)) !== content) {
    process.stderr.write(`${file} is not current: run "npm run generate" and commit the result.\n`);
    process.exitCode = 1;
  }
}
