import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = `
  import yargs from 'yargs';
  import { sandboxCommand } from './sandbox/cli.ts';
  await yargs(process.argv.slice(1)).command(sandboxCommand).strict().parseAsync();
`;
const args = (...rest: string[]) => [
  '--input-type=module',
  '--experimental-strip-types',
  '-e',
  program,
  'sandbox',
  ...rest,
];

it('prints where it listens, serves as told, and ends on SIGTERM', async () => {
  const child = spawn(
    process.execPath,
    args('--companies', '3', '--parts-total', 'true', '--scopes', 'read_tags', '--token', 'secret'),
    {
      cwd: new URL('..', import.meta.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  expect(token).toBe('secret');
  const headers = { authorization: 'Bearer secret' };
  expect((await fetch(`${url}/tags`, { headers })).status).toBe(200);
  expect((await fetch(`${url}/companies/scroll`, { headers })).status).toBe(403);
  expect((await (await fetch(`${url}/__sandbox/truth?stream=companies`)).text()).trim().split('\n')).toHaveLength(3);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('refuses what it does not know', async () => {
  const run = promisify(execFile)(process.execPath, args('--cursor', 'magic'), { cwd: new URL('..', import.meta.url) });
  await expect(run).rejects.toThrow('cursor');
});
