/**
 * Runs `source-intercom init` with a person's answers on a real terminal, and `init --oauth` with a real browser: the page with
 * the consent, the way back, the config, and the answer of a person who denies. `npm run test:browser`; exit code 1 if a check fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { startSandbox } from '../../sandbox/server.ts';
import { EXECUTABLE, runConnector } from '../../tests/harness/connector.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { type Init, startInit } from '../../tests/init/start-init.ts';
import { freePort } from '../free-port.ts';
import { chromiumPath } from './chromium.ts';

const { check, run } = createSuite();
await run(main);

async function main(): Promise<void> {
  const executablePath = await chromiumPath();
  const folder = await mkdtemp(join(tmpdir(), 'test-browser-'));
  const sandbox = await startSandbox({ region: 'EU' });
  // Chromium does not start as root in its own sandbox.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await answer(folder, sandbox.url);
    await authorize(browser, folder, sandbox.url);
    await deny(browser, folder, sandbox.url);
    await unknownApp(browser, sandbox.url);
  } finally {
    await browser.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** Types on a terminal of 80 columns, which `script` makes. */
async function answer(folder: string, baseUrl: string): Promise<void> {
  const command = `stty cols 80 && '${EXECUTABLE}' init`;
  const env = { ...process.env, INTERCOM_BASE_URL: baseUrl };
  const terminal = spawn('script', ['-qefc', command, '/dev/null'], { cwd: folder, env });
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const ended = once(terminal, 'close');
  const answers: readonly (readonly [question: string, keys: string])[] = [
    ['How does Intercom let you in?', '\r'],
    ['The access token', 'sandbox-token\r'],
    ['From which day on', '\r'],
  ];
  for (const [question, keys] of answers) {
    await eventually(async () => shown.includes(question));
    terminal.stdin.write(keys);
  }
  const [code] = (await ended) as [number | null];
  check(
    code === 0 && shown.includes('The config is in config.json.'),
    'init asks on a terminal, and writes the config',
  );
  check(!shown.includes('sandbox-token'), 'the terminal does not show the token');
  const config = await readFile(join(folder, 'config.json'), 'utf8');
  const { messages } = await runConnector('check', { config }, { baseUrl });
  check(messages.at(-1)?.connectionStatus?.status === 'SUCCEEDED', 'the config of the answers works with check');
}

async function authorize(browser: Browser, folder: string, baseUrl: string): Promise<void> {
  const path = join(folder, 'signed-in.json');
  const opened = join(folder, 'opened');
  await writeOpener(folder, opened);
  const flags = ['--config', path, '--start-date', '2024-01-01'];
  const init = await start(flags, { INTERCOM_BASE_URL: baseUrl, PATH: `${folder}:${process.env.PATH}` });
  const address = await init.address();
  await eventually(async () => (await readFile(opened, 'utf8').catch(() => '')) === address);
  check(true, 'the system is told to open the address that init says');
  const page = await browser.newPage();
  await page.goto(address);
  check((await page.textContent('body'))?.includes('Sandbox app') === true, 'the page names the app');
  await page.getByRole('button', { name: 'Authorize' }).click();
  await page.getByText('You are signed in. You can close this page.').waitFor();
  check(true, 'the browser says that one is signed in, and can close the page');
  await page.close();
  const { code, stdout, stderr } = await init.ended;
  check(code === 0 && stdout === '', 'init ends well, and writes nothing to stdout');
  check(stderr.includes('the workspace "Sandbox" in the region eu.'), 'init names the workspace and its region');
  const config = await readFile(path, 'utf8');
  const { messages } = await runConnector('check', { config }, { baseUrl });
  check(messages.at(-1)?.connectionStatus?.status === 'SUCCEEDED', 'the config works with check');
}

async function deny(browser: Browser, folder: string, baseUrl: string): Promise<void> {
  const flags = ['--no-browser', '--config', join(folder, 'denied.json')];
  const init = await start(flags, { INTERCOM_BASE_URL: baseUrl });
  const page = await browser.newPage();
  await page.goto(await init.address());
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByText('You are not signed in: the terminal says why.').waitFor();
  check(true, 'the browser says that one is not signed in');
  await page.close();
  const { code, stderr } = await init.ended;
  check(
    code === 1 && stderr.includes('The consent was denied'),
    'init says in one sentence that the consent was denied',
  );
}

async function unknownApp(browser: Browser, baseUrl: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${baseUrl}/oauth?client_id=nobody&redirect_uri=http://127.0.0.1/callback`);
  check((await page.getByRole('button').count()) === 0, 'an app that does not exist gets no consent');
  await page.close();
}

async function start(flags: readonly string[], env: NodeJS.ProcessEnv): Promise<Init> {
  const app = ['--client-id', 'sandbox-client', '--client-secret', 'sandbox-secret'];
  return startInit(['--oauth', ...app, '--port', String(await freePort()), ...flags], env);
}

/** Stands for the program that opens addresses, and keeps the address in a file. */
async function writeOpener(folder: string, file: string): Promise<void> {
  const program = join(folder, process.platform === 'darwin' ? 'open' : 'xdg-open');
  await writeFile(program, `#!/bin/sh\nprintf %s "$1" > '${file}'\n`);
  await chmod(program, 0o755);
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error('It did not come about within ten seconds.');
}
