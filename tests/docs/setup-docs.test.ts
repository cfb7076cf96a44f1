/** Follows docs/setup.md step by step; e2e/browser/run.ts answers the questions of its first command. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { press, startInit } from '../init/start-init.ts';
import { guideBlocks } from './guide-blocks.ts';

it('every command of docs/setup.md works as it stands', { timeout: 60_000 }, async () => {
  const [first, ...rest] = await guideBlocks('setup.md', 'sh');
  expect(first).toMatch(
    /^bin\/source-intercom sandbox --port 4010\nexport INTERCOM_BASE_URL=http:\/\/127.0.0.1:4010\n$/,
  );
  const folder = await mkdtemp(join(tmpdir(), 'setup-'));
  const sandbox = await startSandbox({ companies: 5, contacts: 20, conversations: 20, tickets: 5 });
  const env: Record<string, string> = { INTERCOM_BASE_URL: sandbox.url };
  try {
    await symlink(fileURLToPath(new URL('../../bin', import.meta.url)), join(folder, 'bin'));
    for (const line of rest.join('').trim().split('\n')) {
      const [, name = '', value = ''] = /^export (\w+)=(.*)$/.exec(line) ?? [];
      if (name) env[name] = value;
      else if (line.includes('--oauth')) await signIn(line, folder, env);
      else await promisify(execFile)('bash', ['-c', line], { cwd: folder, env: { ...process.env, ...env } });
    }
    const database = new DatabaseSync(join(folder, 'intercom.sqlite'));
    expect(database.prepare('SELECT count(*) AS rows FROM tags').get()).toEqual({ rows: 20 });
    database.close();
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
});

/** Plays the person in the browser, who pastes where it ends if the browser cannot come back by itself. */
async function signIn(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const init = startInit(line.split(' ').slice(2), env, cwd);
  const end = await press(await init.address(), 'authorize');
  if (end.startsWith('https:')) init.type(end);
  else await fetch(end);
  expect((await init.ended).code).toBe(0);
}
