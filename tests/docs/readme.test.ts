/** Every command in README.md and CONTRIBUTING.md is run: here, or by .ci/run where it is one of npm's. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = '4010';

let commands: readonly string[];
let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  const texts = await Promise.all(['README.md', 'CONTRIBUTING.md'].map((name) => readFile(join(root, name), 'utf8')));
  commands = texts.flatMap((text) =>
    [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n')),
  );
  sandbox = await startSandbox({ token: 'sandbox-token', conversations: 50 });
});

afterAll(() => sandbox.close());

it('.ci/run calls what is npm’s', async () => {
  const ci = await readFile(join(root, '.ci/run'), 'utf8');
  const npm = commands.filter((command) => command.startsWith('npm')).flatMap((command) => command.split(' && '));
  expect(npm.length).toBeGreaterThan(0);
  for (const command of new Set(npm)) expect(ci, command).toContain(`\n${command}\n`);
});

it('the sandbox starts as described', async () => {
  const [command = ''] = commands.filter((line) => line.startsWith('bin/source-intercom sandbox'));
  expect(command).toContain(PORT);
  const [program = '', ...args] = command.replace(PORT, '0').split(' ');
  const child = spawn(join(root, program), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  expect(JSON.parse(line)).toEqual({ url: expect.stringContaining('http://127.0.0.1:'), token: 'sandbox-token' });
  child.kill();
  await once(child, 'close');
});

it('the steps through check, discover and read works as it stands', { timeout: 60_000 }, async () => {
  const lines = commands.filter((line) => !line.startsWith('npm') && !line.startsWith('bin/source-intercom sandbox'));
  const exports = lines.filter((line) => line.startsWith('export '));
  const others = lines.filter((line) => !line.startsWith('export '));
  const script = [...exports, ...others].join('\n').replace(`http://127.0.0.1:${PORT}`, sandbox.url);
  const folder = await mkdtemp(join(tmpdir(), 'readme-'));
  try {
    await symlink(join(root, 'bin'), join(folder, 'bin'));
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    expect(stdout).toContain('SUCCEEDED');
    expect(stdout).toContain('"CATALOG"');
    const rows = (await readFile(join(folder, 'messages.ndjson'), 'utf8'))
      .split('\n')
      .filter((line) => line.includes('"RECORD"'));
    expect(rows.length).toBeGreaterThan(0);
    const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ complete: true, streams: [{ stream: 'conversations', rows: 0 }] });
  } finally {
    await rm(folder, { recursive: true });
  }
});
