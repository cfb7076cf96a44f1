/** The npm package: installs and runs in an empty folder, and lets other programs use the engine with its types. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

const inFolder = (program: string, ...args: readonly string[]) =>
  execute(program, args, { cwd: folder, maxBuffer: 2 ** 26 });
const inRoot = (program: string, ...args: readonly string[]) =>
  execute(program, args, { cwd: root, maxBuffer: 2 ** 26 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  await inRoot('npm', 'run', 'bundle');
  await inRoot('npm', 'pack', './bundle', '--pack-destination', folder);
  const [tarball = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await inFolder(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    join(folder, tarball),
    `typescript@${await versionOf('typescript')}`,
  );
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

async function versionOf(name: string): Promise<string> {
  const { stdout } = await inRoot('npm', 'ls', name, '--depth=0', '--json');
  return JSON.parse(stdout).dependencies[name].version;
}

it('has no mistakes that publint or are-the-types-wrong know', async () => {
  await inRoot('npx', 'publint', 'bundle', '--strict');
  await inRoot('npx', 'attw', '--pack', 'bundle', '--profile', 'esm-only');
});

it('runs the demo and the tap in an empty folder', { timeout: 120_000 }, async () => {
  const { stdout, stderr } = await inFolder('npx', 'source-intercom', 'demo');
  expect(stdout).toContain('SELECT');
  expect(stderr).toContain('intercom.sqlite');
  expect((await inFolder('npx', 'tap-intercom', '--about')).stdout).toContain('tap-intercom');
});

it('lets a program embed the engine, with types', { timeout: 60_000 }, async () => {
  const program = `import { type JsonObject, type Scan, source } from 'source-intercom';
const letters: Scan<string, JsonObject> = {
  name: 'letters',
  begin: () => ({
    join: () => ({ needs: () => true, settle: () => undefined, checkpoint: () => undefined }),
    leave: () => undefined,
    async *batches() { yield ['a', 'b']; },
    facts: undefined,
  }),
};
console.log(typeof source(letters, (letter) => [{ letter }]).rows);
`;
  await writeFile(join(folder, 'embed.ts'), program);
  await inFolder('npx', 'tsc', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'embed.ts');
  expect((await inFolder(process.execPath, 'embed.ts')).stdout).toBe('function\n');
});
