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

it('takes scenarios, and short names for readings', async () => {
  const cwd = new URL('..', import.meta.url);
  const flags = ['--faults', 'cut,slow', '--fault-rate', '1', '--page-shift', '--inclusive-greater-than'];
  const child = spawn(process.execPath, args(...flags), { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  const post = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).text();
  };
  const query = { field: 'created_at', operator: '>', value: 1 };
  const search = { query, pagination: { per_page: 7 } };
  const cut = await post('/conversations/search', search);
  expect(() => JSON.parse(cut)).toThrow();
  await post('/__sandbox/faults', {});
  const { pages, conversations } = JSON.parse(await post('/conversations/search', search));
  expect(Buffer.from(pages.next.starting_after, 'base64').toString()).toBe('[7]');
  const [{ created_at: value }] = conversations;
  const { total_count } = JSON.parse(
    await post('/conversations/search', { query: { field: 'created_at', operator: '>', value } }),
  );
  expect(total_count).toBe(1);
  child.kill('SIGTERM');
  await once(child, 'exit');
});

it('has flags for endpoints outside the plan or region, and for a 401 without the scope', async () => {
  const cwd = new URL('..', import.meta.url);
  const flags = [
    '--scopes',
    'read_events',
    '--scope-401',
    '--plan-lacks',
    'events,teams/{id}/metrics',
    '--region-lacks',
    'brands',
  ];
  const child = spawn(process.execPath, args(...flags), { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  const headers = { authorization: `Bearer ${token}` };
  const statuses = ['/tags', '/events?type=user', '/teams/1/metrics', '/teams', '/brands', '/me'].map(
    async (path) => (await fetch(url + path, { headers })).status,
  );
  expect(await Promise.all(statuses)).toEqual([401, 403, 403, 200, 404, 200]);
  child.kill('SIGTERM');
  await once(child, 'exit');
});

it('refuses unknown flags', async () => {
  const run = promisify(execFile)(process.execPath, args('--cursor', 'magic'), { cwd: new URL('..', import.meta.url) });
  await expect(run).rejects.toThrow('cursor');
  const scenario = promisify(execFile)(process.execPath, args('--faults', 'storm,sunshine'), {
    cwd: new URL('..', import.meta.url),
  });
  await expect(scenario).rejects.toThrow('sunshine');
});
