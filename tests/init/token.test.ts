/** `source-intercom init` with an access token: what it finds out, what it writes, and what it refuses. */
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { startInit } from './start-init.ts';

const TOKEN = 'dG9rOm/planted+token==';
const size = { companies: 3, contacts: 5, conversations: 5, tickets: 3 };

let folder: string;
const path = () => join(folder, 'config.json');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs init on a workspace, and holds that nothing comes out on stdout, and the token nowhere. */
async function init(args: readonly string[], options: Partial<SandboxOptions> = {}, env: NodeJS.ProcessEnv = {}) {
  const sandbox = await startSandbox({ ...size, token: TOKEN, ...options });
  onTestFinished(sandbox.close);
  const all = args.includes('--config') ? args : [...args, '--config', path()];
  const ended = await startInit(all, { INTERCOM_BASE_URL: sandbox.url, ...env }).ended;
  expect(ended.stdout).toBe('');
  expect(ended.stderr).not.toContain(TOKEN);
  return ended;
}

const written = async () => JSON.parse(await readFile(path(), 'utf8'));

it('writes a config that only its owner reads, with the region of the workspace', async () => {
  const { code, stderr } = await init(['--token', TOKEN, '--start-date', '2024-02-29'], { region: 'AU' });
  expect(stderr).toContain('The token belongs to the workspace "Sandbox" in the region au.');
  expect(stderr).toMatch(/The token may read all of the \d\d streams/);
  expect(code).toBe(0);
  expect(await written()).toEqual({ access_token: TOKEN, region: 'au', start_date: '2024-02-29T00:00:00Z' });
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['config.json']);
});

it('takes the token from the environment, with what was copied along', async () => {
  expect(await init([], {}, { INTERCOM_ACCESS_TOKEN: ` ${TOKEN}\n` })).toMatchObject({ code: 0 });
  expect(await written()).toMatchObject({ access_token: TOKEN, start_date: '2011-01-01T00:00:00Z' });
});

it.each([false, true])(
  'names what each stream lacks, and writes the config all the same (401: %s)',
  async (scope401) => {
    const scopes = ['read_admins', 'read_users_companies'];
    const { code, stderr } = await init(['--token', TOKEN], {
      scopes,
      scope401,
      regionLacks: ['office_hours_schedules'],
    });
    expect(stderr).toMatch(/The token may read \d+ of the \d+ streams/);
    expect(stderr).toMatch(/^ {2}needs "Read tickets": .*\btickets, .*ticket_parts/m);
    expect(stderr.match(/needs "Read conversations": conversation_/g)).toHaveLength(1);
    expect(stderr).toMatch(/^ {2}not in the workspace's plan or region: office_hours_schedules/m);
    expect(code).toBe(0);
    expect(await written()).toMatchObject({ access_token: TOKEN });
  },
);

describe('an existing file', () => {
  beforeEach(() => writeFile(path(), 'mine', { mode: 0o644 }));

  it('is not touched', async () => {
    const { code, stderr } = await init(['--token', TOKEN]);
    expect(stderr).toBe(
      `${path()} exists, and was not touched: name another file with --config, or replace it with --force.\n`,
    );
    expect(code).toBe(1);
    expect(await readFile(path(), 'utf8')).toBe('mine');
  });

  it('is replaced when told so, and is then private', async () => {
    expect(await init(['--token', TOKEN, '--force'])).toMatchObject({ code: 0 });
    expect(await written()).toMatchObject({ access_token: TOKEN });
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('stays as it was when the token is refused', async () => {
    expect(await init(['--token', 'another', '--force'])).toMatchObject({ code: 1 });
    expect(await readFile(path(), 'utf8')).toBe('mine');
    expect(await readdir(folder)).toEqual(['config.json']);
  });
});

describe('says in one sentence', () => {
  it.each([
    [
      ['--token', 'another'],
      {},
      'Intercom does not accept the access token in the region us: copy the whole token again',
    ],
    [['--token', TOKEN], { scopes: [] }, 'The access token may read no stream: give the app permissions'],
    [[], {}, 'There is no terminal to ask on, and a flag is missing: give --token, or --oauth'],
    [['--oauth'], {}, 'a flag is missing: give --client-id.'],
    [['--oauth', '--client-id', 'a', '--client-secret', ' '], {}, '--client-secret is empty: give its value.'],
    [['--token', TOKEN, '--start-date', '2024-02-30'], {}, '--start-date is "2024-02-30": give a day that exists'],
    [['--token', TOKEN, '--config', '/nowhere/config.json'], {}, '/nowhere/config.json cannot be written (ENOENT)'],
    [['--oauth', '--client-id', 'a', '--client-secret', 'b', '--port', '70000'], {}, '--port is 70000: give a number'],
    [
      ['--oauth', '--client-id', 'a', '--client-secret', 'b', '--redirect-url', 'back'],
      {},
      '--redirect-url is "back": give a whole address',
    ],
  ])('why %j does not work', async (args, options, sentence) => {
    const { code, stderr } = await init(args, options);
    const lines = stderr.trim().split('\n');
    expect(lines.at(-1)).toContain(sentence);
    expect(lines.filter((line) => !line.startsWith('The token belongs to'))).toHaveLength(1);
    expect(code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that there is no network', async () => {
    const { code, stderr } = await init(['--token', TOKEN], {}, { INTERCOM_BASE_URL: 'http://127.0.0.1:1' });
    expect(stderr).toMatch(/^No answer from .* to GET \/me \(ECONNREFUSED\): check the network and the proxy.\n$/);
    expect(code).toBe(1);
  });

  it('that a link which leads nowhere is a file too', async () => {
    await symlink(join(folder, 'nowhere'), path());
    expect((await init(['--token', TOKEN])).stderr).toContain('exists, and was not touched');
  });
});
