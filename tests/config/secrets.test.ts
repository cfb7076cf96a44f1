/** Secrets and addresses of people are planted in configs and thrown back by a hostile server: none may come out anywhere. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type AlteredApi, startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { type Answer, errorThatQuotes, flaky, leadAway, page, redirect } from '../../stress/fuzz/quoting-hosts.ts';
import { type RunOptions, run } from '../harness/connector.ts';
import { runTap } from '../harness/tap.ts';

const TOKEN = 'dG9rOm/planted+token==';
const CLIENT_SECRET = 'planted client secret';
const ADDRESSES = ['planted.person@mail.example', 'planted+tag@mail.example', "planted'o@mail.example"];
const PLANTED = [
  TOKEN,
  encodeURIComponent(TOKEN),
  CLIENT_SECRET,
  'planted.person',
  'planted+tag',
  "planted'o",
  'planted%',
];

const config = {
  access_token: TOKEN,
  client_secret: CLIENT_SECRET,
  client_id: 'planted-client-id',
  start_date: '2015-01-01T00:00:00Z',
  contact_emails: ADDRESSES,
  contact_ids: [...ADDRESSES, 'f'.repeat(24)],
};
const STREAMS = [
  'tags',
  'admins',
  'contacts',
  'contacts_by_id',
  'contact_events',
  'notes',
  'conversation_parts',
  'companies',
  'activity_logs',
  'deleted_conversations',
];
const catalog = {
  streams: STREAMS.map((name) => ({
    stream: { name },
    sync_mode: 'incremental',
    destination_sync_mode: 'append',
  })),
};

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
/** Another host: every call to it is a leak. */
let elsewhere: AlteredApi;
const away = () => elsewhere.url;

beforeAll(async () => {
  sandbox = await startSandbox({
    token: TOKEN,
    companies: 3,
    contacts: 12,
    conversations: 6,
    scrollExpiry: 1,
    rateLimit: 100_000,
  });
  elsewhere = await startAlteredApi(sandbox.url, () => ({ status: 200, headers: {}, body: '{"data":[]}' }));
});

afterAll(async () => {
  expect(elsewhere.asked).toEqual([]);
  await Promise.all([sandbox.close(), elsewhere.close()]);
});

/** By command: the messages of `check` about a config may name it, as long as they quote no host. */
const hosts: readonly (readonly [string, Answer, readonly string[]])[] = [
  ['refuses what it quotes (400)', errorThatQuotes(400), ['read', 'check', 'discover']],
  ['refuses the token that it quotes (401)', errorThatQuotes(401), ['read', 'check']],
  ['refuses permission (403)', errorThatQuotes(403), ['read', 'check', 'discover']],
  ['finds nothing (404)', errorThatQuotes(404), ['read', 'check']],
  ['answers with a page (422)', page(422), ['read']],
  ['redirects for good (301)', redirect(301, away), ['read', 'check']],
  ['redirects with the method kept (307)', redirect(307, away), ['read']],
  ['fails now and then', flaky(), ['read']],
];

/** Runs one command with all that is planted; resolves to every byte that it wrote anywhere. */
async function everythingWritten(command: string, options: RunOptions, changes = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  const temporary = await mkdtemp(join(folder, 'tmp-'));
  const file = async (name: string, content: object) => {
    await writeFile(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const args = [command, '--debug', '--config', await file('config.json', { ...config, ...changes })];
  const summary = join(folder, 'summary.json');
  if (command === 'read') args.push('--catalog', await file('catalog.json', catalog), '--summary', summary);
  const { messages, stderr } = await run(args, { ...options, env: { TMPDIR: temporary, ...options.env } });
  const left = await Promise.all((await readdir(temporary)).map((name) => readFile(join(temporary, name), 'utf8')));
  const written = command === 'read' ? await readFile(summary, 'utf8').catch(() => '') : '';
  await rm(folder, { recursive: true });
  expect(messages.length).toBeGreaterThan(0);
  return [...messages.map((message) => JSON.stringify(message)), stderr, written, ...left].join('\n');
}

function plantedIn(text: string): readonly string[] {
  return PLANTED.filter((secret) => text.includes(secret));
}

describe('a host that', () => {
  it.concurrent.each(hosts)('%s: nothing planted comes out', async (_, answer, commands) => {
    const api = await startAlteredApi(sandbox.url, answer);
    try {
      for (const command of commands) {
        const written = await everythingWritten(command, { baseUrl: api.url });
        expect(plantedIn(written), command).toEqual([]);
      }
      expect(api.asked.some(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
    } finally {
      await api.close();
    }
  });
});

it('what comes next on another host is not asked there', async () => {
  const api = await startAlteredApi(sandbox.url, leadAway(away));
  const written = await everythingWritten('read', { baseUrl: api.url }, { contact_emails: [] });
  await api.close();
  expect(plantedIn(written)).toEqual([]);
  for (const path of ['/events', '/activity_logs', '/notes', '/contacts/ffff', '/deleted', '/contacts/Bearer']) {
    expect(
      api.asked.some(({ url }) => url.includes(path)),
      path,
    ).toBe(true);
  }
  expect(written).toContain('"stream":"contact_events"');
});

describe('a network', () => {
  const proxy = 'http://planted.person:planted+tag@127.0.0.1:1';
  it.concurrent.each([
    ['without the host', { INTERCOM_BASE_URL: 'http://nowhere.invalid' }, /nowhere\.invalid .*(ENOTFOUND|EAI_AGAIN)/],
    ['with a proxy that is down', { INTERCOM_BASE_URL: 'http://intercom.invalid', HTTP_PROXY: proxy }, /ECONNREFUSED/],
    [
      'with a proxy that is none',
      { INTERCOM_BASE_URL: 'http://intercom.invalid', HTTP_PROXY: 'planted.person:x y' },
      /proxy that .* is no URL/,
    ],
  ])('%s: check says so, and nothing planted comes out', async (_, env, said) => {
    const written = await everythingWritten('check', { env });
    expect(written).toMatch(said);
    expect(written).toContain('"FAILED"');
    expect(plantedIn(written)).toEqual([]);
  });
});

describe('a config', () => {
  it('in which the secret stands in other fields, too, and other hosts: they are not shown, and nobody else is asked', async () => {
    const elsewhereToo = { base_url: elsewhere.url, host: elsewhere.url, [TOKEN]: TOKEN };
    const accepted = await everythingWritten('discover', { baseUrl: sandbox.url }, elsewhereToo);
    expect(accepted).toContain('"base_url\\"');
    expect(plantedIn(accepted)).toEqual([]);
    for (const wrong of [
      { start_date: TOKEN },
      { region: TOKEN },
      { expand: [TOKEN] },
      { contact_emails: ['planted.person @x'] },
    ]) {
      const refused = await everythingWritten('read', { baseUrl: sandbox.url }, wrong);
      expect(refused).toContain('config_error');
      expect(plantedIn(refused), JSON.stringify(wrong)).toEqual([]);
    }
  });
});

it('the Singer tap covers what a host throws back, too', async () => {
  const api = await startAlteredApi(sandbox.url, errorThatQuotes(403));
  const properties = STREAMS.map((name) => ({
    tap_stream_id: name,
    stream: name,
    schema: { properties: {} },
    metadata: [{ breadcrumb: [], metadata: { selected: true } }],
  }));
  const { lines, stderr, exitCode } = await runTap({ config, catalog: { streams: properties } }, [], {
    baseUrl: api.url,
  });
  await api.close();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Intercom refuses');
  expect(plantedIn([...lines, stderr].join('\n'))).toEqual([]);
});
