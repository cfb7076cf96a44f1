/**
 * Checks the Singer tap with Singer's own checks, and these checks with taps that are broken on purpose.
 * `npm run test:singer`; exit code 1 if the tap fails, or if a broken tap passes.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { startSandbox } from '../../sandbox/server.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { environment, MissingError } from '../python.ts';
import { type Checker, checkTap, sdkTests } from './checkers.ts';
import { FAULTS } from './faults.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TAP = join(ROOT, 'bin/tap-intercom');
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The number of broken taps to check at the same time. All checkers run each of them. */
const TAPS_AT_ONCE = 3;

/** The streams of broken taps. Each has columns that the faults damage. */
const FEW = ['tags', 'segments', 'teams'];

await createSuite().run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/tap.js'))) throw new MissingError('The tap is not built: npm run build.');
  const folder = await mkdtemp(join(tmpdir(), 'test-singer-'));
  const sandbox = await startSandbox({ companies: 20, contacts: 40, conversations: 120, tickets: 20 });
  process.env.INTERCOM_BASE_URL = sandbox.url;
  try {
    const checkers = await makeCheckers(folder);
    const config = await writeConfig(folder, sandbox);
    await deleteSome(sandbox.url);
    const good = await judge(checkers, TAP, config);
    const caught = await judgeBroken(checkers, folder, config);
    if (!good || !caught) process.exitCode = 1;
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

async function makeCheckers(folder: string): Promise<ReadonlyMap<string, Checker>> {
  const venv = (name: string) => environment(join(ROOT, '.venvs/singer', name), join(HERE, `requirements-${name}.txt`));
  const [tools, sdk] = [await venv('tools'), await venv('sdk')];
  return new Map([
    ['singer-check-tap', checkTap(tools, folder)],
    ["singer-sdk's tap tests", sdkTests(sdk, folder, 'TestSdk')],
    ['our additional tests', sdkTests(sdk, folder, 'TestBeside')],
  ]);
}

/** Writes a config with which all streams exist, also the streams of single records by id. */
async function writeConfig(folder: string, sandbox: { readonly url: string; readonly token: string }): Promise<string> {
  const idOf = async (stream: string) => {
    const text = await (await fetch(`${sandbox.url}/__sandbox/truth?stream=${stream}`)).text();
    const [line = '{}'] = text.split('\n');
    return (JSON.parse(line) as { readonly key?: { readonly id?: string } }).key?.id;
  };
  const config = {
    access_token: sandbox.token,
    start_date: '2015-01-01T00:00:00Z',
    contact_ids: [await idOf('contacts')],
    conversation_ids: [await idOf('conversations')],
    note_ids: [await idOf('notes')],
  };
  const path = join(folder, 'config.json');
  await writeFile(path, JSON.stringify(config));
  return path;
}

/** Deletes records, because some streams need deleted records. */
async function deleteSome(url: string): Promise<void> {
  const mutations = JSON.stringify({ count: 100, seed: 7 });
  const { ok, status } = await fetch(`${url}/__sandbox/mutate`, { method: 'POST', body: mutations });
  if (!ok) throw new Error(`the sandbox refused to mutate: ${status}`);
}

/** Returns whether all checkers pass the tap. */
async function judge(checkers: ReadonlyMap<string, Checker>, tap: string, config: string): Promise<boolean> {
  let good = true;
  for (const [name, check] of checkers) {
    const { passed, summary } = await check(tap, config);
    console.log(`${name.padEnd(24)}${passed ? 'passes' : 'FAILS'}: ${summary}`);
    good &&= passed;
  }
  return good;
}

/** Returns whether each broken tap fails at least one checker, and each checker fails at least one broken tap. */
async function judgeBroken(checkers: ReadonlyMap<string, Checker>, folder: string, config: string): Promise<boolean> {
  const names = [...checkers.keys()];
  const catalog = join(folder, 'few.json');
  await writeFile(catalog, JSON.stringify({ streams: FEW.map((name) => ({ tap_stream_id: name })) }));
  const caught = new Map<string, readonly string[]>();
  const limit = pLimit(TAPS_AT_ONCE);
  const judged = Object.keys(FAULTS).map((fault) =>
    limit(async () => {
      const tap = await brokenTap(folder, fault, catalog);
      const verdicts = await Promise.all([...checkers.values()].map((check) => check(tap, config)));
      const by = names.filter((_, index) => verdicts[index]?.passed === false);
      caught.set(fault, by);
      console.log(`a tap with ${fault}: ${by.length === 0 ? 'PASSES' : `failed by ${by.join(' and ')}`}`);
    }),
  );
  await Promise.all(judged);
  const found = [...caught.values()].filter((by) => by.length > 0).length;
  console.log(`${found} of ${caught.size} broken taps are failed`);
  for (const name of names) {
    const count = [...caught.values()].filter((by) => by.includes(name)).length;
    console.log(`  ${name.padEnd(24)}fails ${count}`);
    if (count === 0) return false;
  }
  return found === caught.size;
}

async function brokenTap(folder: string, fault: string, catalog: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'broken-')), 'tap');
  const script = `exec '${process.execPath}' '${join(HERE, 'broken-tap.ts')}' '${fault}' '${catalog}' "$@"\n`;
  await writeFile(path, `#!/bin/sh\n${script}`);
  await chmod(path, 0o755);
  return path;
}
