/** Every command in docs/singer.md that needs no Meltano is run. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('docs/singer.md can be followed command by command', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({ companies: 5, contacts: 10, conversations: 10, tickets: 5 });
  onTestFinished(() => sandbox.close());
  const text = await readFile(join(root, 'docs/singer.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const ours = blocks.filter((block) => !block.startsWith('meltano'));
  const folder = await mkdtemp(join(tmpdir(), 'singer-docs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(root, 'bin'), join(folder, 'bin'));
  const script = ours.join('');
  const env = { ...process.env, INTERCOM_BASE_URL: sandbox.url };
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });
  const streamsIn = async (name: string) => {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line.includes('"RECORD"'));
    return new Set(lines.map((line) => JSON.parse(line).stream));
  };
  expect(ours).toHaveLength(2);
  expect((await streamsIn('messages.jsonl')).size).toBeGreaterThanOrEqual(20);
  expect(await streamsIn('changes.jsonl')).not.toContain('contacts');
  expect(await streamsIn('chosen.jsonl')).toEqual(new Set(['tags', 'conversations']));
});
