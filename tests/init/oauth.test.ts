/** `source-intercom init --oauth`: the way through Intercom's page and back, and every way to go wrong. */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../e2e/free-port.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { signIn } from '../../src/init/sign-in.ts';
import { runConnector } from '../harness/connector.ts';
import { press, startInit } from './start-init.ts';

const SECRET = 'planted+secret/of the app';
const apps = [{ id: 'our-app', secret: SECRET, name: 'Ours' }];

let sandbox: RunningSandbox;
let folder: string;
let port: number;

beforeAll(async () => {
  const size = { companies: 3, contacts: 5, conversations: 5, tickets: 3 };
  sandbox = await startSandbox({ ...size, apps, redirects: 'any', region: 'EU', token: 'planted-token' });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-'));
  port = await freePort();
});
afterEach(() => rm(folder, { recursive: true }));

/** Starts a sign-in, and holds in the end that no secret came out. */
function start(args: readonly string[] = [], url = sandbox.url) {
  const flags = ['--oauth', '--no-browser', '--client-id', 'our-app', '--config', join(folder, 'config.json')];
  const init = startInit([...flags, '--port', String(port), ...args], {
    INTERCOM_BASE_URL: url,
    INTERCOM_CLIENT_SECRET: SECRET,
  });
  const ended = init.ended.then((end) => {
    expect(end.stdout).toBe('');
    for (const secret of [SECRET, 'planted-token']) expect(end.stderr).not.toContain(secret);
    return end;
  });
  return { ...init, ended };
}

it('signs in through the browser, and the config works', async () => {
  const init = start();
  const address = await init.address();
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    client_id: 'our-app',
    redirect_uri: `http://127.0.0.1:${port}/callback`,
    state: expect.stringMatching(/^[\w-]{32}$/),
  });
  expect((await fetch(`http://127.0.0.1:${port}/favicon.ico`)).status).toBe(404);
  const shown = await (await fetch(await press(address, 'authorize'))).text();
  expect(shown).toContain('You are signed in. You can close this page.');
  const { code, stderr } = await init.ended;
  expect(stderr).toContain('the workspace "Sandbox" in the region eu.');
  expect(code).toBe(0);
  const config = await readFile(join(folder, 'config.json'), 'utf8');
  const { messages } = await runConnector('check', { config }, { baseUrl: sandbox.url });
  expect(messages.at(-1)?.connectionStatus?.status).toBe('SUCCEEDED');
});

it('takes the address at which the browser ends, where the redirect must be by HTTPS', async () => {
  const strict = await startSandbox({ apps, redirects: 'https', token: 'planted-token' });
  onTestFinished(strict.close);
  const init = start(['--redirect-url', 'https://127.0.0.1/callback'], strict.url);
  init.type(await press(await init.address(), 'authorize'));
  expect(await init.ended).toMatchObject({ code: 0 });
  expect(await readdir(folder)).toEqual(['config.json']);
});

it.each([
  ['denied consent', (address: string) => press(address, 'deny'), "The consent was denied on Intercom's page"],
  [
    'another state',
    (address: string) => press(withParameter(address, 'state', 'x'), 'authorize'),
    'its state is another one',
  ],
  ['a code that is none', async (address: string) => back(address, { code: 'x' }), '(400 parameter_invalid'],
  ['no code', async (address: string) => back(address, {}), 'has no code'],
  ['another error', async (address: string) => back(address, { error: 'odd' }), 'ended with the error "odd"'],
])('says that the page came back with %s, in the browser too', async (_, answer, sentence) => {
  const init = start();
  const shown = await (await fetch(await answer(await init.address()))).text();
  expect(shown).toContain('You are not signed in: the terminal says why.');
  const { code, stderr } = await init.ended;
  expect(stderr).toContain(sentence);
  expect(code).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

it('says that the secret of the app is wrong', async () => {
  const init = start(['--client-secret', 'wrong']);
  await fetch(await press(await init.address(), 'authorize'));
  expect((await init.ended).stderr).toContain('(401 unauthorized Client authentication failed): check the client id');
});

it('says that the port is in use, before it shows the page', async () => {
  const other = createSocket().listen(port, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { code, stderr } = await start().ended;
  expect(stderr).toMatch(
    /^Port \d+ of 127\.0\.0\.1 cannot be used \(EADDRINUSE\): end the program that uses it, .*\n$/,
  );
  expect(code).toBe(1);
});

it.each([
  ['what is no address', 'no address', 'What was pasted is no address'],
  ['nothing', '', 'What was pasted is no address'],
])('says that %s was pasted', async (_, line, sentence) => {
  const init = start(['--redirect-url', 'https://127.0.0.1/callback']);
  await init.address();
  init.type(line);
  const { code, stderr } = await init.ended;
  expect(stderr).toContain(sentence);
  expect(code).toBe(1);
});

it('shows the address where no browser can be opened', async () => {
  const said: string[] = [];
  const options = { page: `${sandbox.url}/oauth`, baseUrl: sandbox.url, browser: true, waitMs: 2000 };
  const path = process.env.PATH;
  process.env.PATH = folder;
  onTestFinished(() => {
    process.env.PATH = path;
  });
  const app = { id: 'our-app', secret: SECRET, port, redirectUrl: undefined };
  const token = signIn(app, { ...options, say: (line) => said.push(line) });
  await expect.poll(() => said.at(-1)).toBe('No browser could be opened: open the address yourself.');
  await fetch(await press(said[0]?.split('\n')[1] ?? '', 'authorize'));
  expect(await token).toBe('planted-token');
});

it('waits for a person no longer than it says', async () => {
  const app = { id: 'our-app', secret: SECRET, port, redirectUrl: undefined };
  const options = { page: `${sandbox.url}/oauth`, baseUrl: sandbox.url, browser: false, waitMs: 50 };
  await expect(signIn(app, { ...options, say: () => undefined })).rejects.toThrow('No answer came from Intercom');
});

it('asks for the token once, says that Intercom fails at the moment, and covers a secret that it throws back', async () => {
  let calls = 0;
  const failing = createServer(async (request, response) => {
    calls += 1;
    const errors = [{ code: 'busy', message: await text(request) }];
    response.writeHead(503).end(JSON.stringify({ errors }));
  }).listen(0, '127.0.0.1');
  await once(failing, 'listening');
  onTestFinished(() => void failing.close());
  const init = start([], `http://127.0.0.1:${(failing.address() as AddressInfo).port}`);
  await fetch(back(await init.address(), { code: 'x' }));
  const { code, stderr } = await init.ended;
  expect(stderr).toContain('Intercom gives no token at the moment (503 busy {');
  expect(stderr).toContain('"client_secret":"****"');
  expect([code, calls]).toEqual([1, 1]);
});

/** Where a page of Intercom would lead, with these parameters beside the state. */
function back(address: string, parameters: Readonly<Record<string, string>>): string {
  const state = new URL(address).searchParams.get('state') ?? '';
  return `http://127.0.0.1:${port}/callback?${new URLSearchParams({ ...parameters, state })}`;
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}
