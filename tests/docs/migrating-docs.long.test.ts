/** The commands of docs/migrating.md work as they stand. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { truthOf } from '../harness/truth.ts';
import { guideBlocks } from './guide-blocks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The cursor of the states in the guide, and the overlap behind it, in epoch seconds. */
const FROM = 1_738_368_000 - 15 * 60;

it('the states in docs/migrating.md are resumed: only changes since come', async () => {
  const sandbox = await startSandbox({ rateLimit: 100_000 });
  // The suite of the views runs the blocks on Fivetran.
  const blocks = (await guideBlocks('migrating.md', 'sh')).filter((block) => !block.includes('deploy/sql'));
  const folder = await mkdtemp(join(tmpdir(), 'migrating-'));
  try {
    await symlink(join(root, 'bin'), join(folder, 'bin'));
    const env = { ...process.env, INTERCOM_BASE_URL: sandbox.url };
    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', blocks.join('')], { cwd: folder, env });
    const all = [...(await truthOf(sandbox.url, 'conversations')).values()];
    const changed = all.filter(({ updated_at }) => Number(updated_at) >= FROM);
    expect(changed.length).toBeLessThan(all.length);
    for (const name of ['from-airbyte.ndjson', 'from-singer.ndjson']) {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
      expect(lines.filter((line) => line.includes('"RECORD"')).length, name).toBe(changed.length);
    }
  } finally {
    await rm(folder, { recursive: true });
    await sandbox.close();
  }
});
