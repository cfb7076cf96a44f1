/**
 * Follows docs/meltano.md with a sandbox and a PostgreSQL server. Meltano loads all streams, loads changes and deletions, resumes
 * a killed run, and loads a selection. The suite compares the tables with the truth. `npm run test:meltano`; exit code 1 if a
 * check fails.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../sandbox/server.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { environment, MissingError } from '../python.ts';
import { follow } from './follow.ts';
import { startPostgres } from './postgres.ts';
import { layOut } from './project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PINS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The addresses of the sandbox and the database in the guide. */
const GUIDE = { sandbox: 'http://127.0.0.1:4010', database: 'postgresql://postgres@127.0.0.1:5432/postgres' };

/** The size of the sandbox: each search has more than one page. */
const SIZE = { companies: 20, contacts: 160, conversations: 160, tickets: 20, activityLogs: 20 };

const { check, run } = createSuite();

await run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/tap.js'))) throw new MissingError('The tap is not built: npm run build.');
  const venvs = join(ROOT, '.venvs');
  await environment(join(venvs, 'meltano'), PINS);
  const postgres = await startPostgres();
  const sandbox = await startSandbox({ ...SIZE, rateLimit: 100_000 });
  const folder = await mkdtemp(join(tmpdir(), 'test-meltano-'));
  try {
    const addresses = new Map([
      [GUIDE.sandbox, sandbox.url],
      [GUIDE.database, postgres.url],
    ]);
    const project = await layOut(folder, venvs, addresses);
    const pins = (await readFile(PINS, 'utf8')).trim();
    check(
      project.blocks.some((block) => block.includes(pins)),
      'docs/meltano.md installs the pinned packages',
    );
    await follow({ project, sandbox, postgres, check });
  } finally {
    await sandbox.close();
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}
