/** Values that do not fit: they come out converted, or null with a note, and every row fits its schema in both protocols. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXECUTABLE, type Message, type Row, runConnector } from '../harness/connector.ts';
import { type Found, now, startSearch } from '../harness/small-search.ts';
import { rowsOf, runTap, type SingerStream, select } from '../harness/tap.ts';

const raw = (digits: string) => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
const day = 86_400;
const made = now - 90 * day;

const contacts = [
  {
    id: 'a',
    created_at: made,
    updated_at: now - 80 * day,
    name: 'cut \ud83d here, and \0 there',
    custom_attributes: { big: raw('1146485234658512926'), huge: raw('1e400'), 'a.b c': raw('0.12345678901234567891') },
    signed_up_at: String(made),
    last_seen_at: '2026-01-02T03:04:05Z',
    last_replied_at: 'yesterday',
    last_contacted_at: raw('1780000000123456'),
    last_email_opened_at: '',
    avatar: 'https://pictures.example.com/a.png',
    phone: 3_531_555,
    has_hard_bounced: 'true',
    owner_id: raw('1146485234658512926'),
    email: { address: 'a@example.org' },
  },
  { id: raw('9007199254740993'), created_at: made + 1, updated_at: null, name: 7 },
  { created_at: made + 2, updated_at: now - 79 * day, name: 'without a key' },
];

let server: Awaited<ReturnType<typeof startSearch>>;
let folder: string;
const config = { access_token: 'token', start_date: '2015-01-01T00:00:00Z' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-values-'));
  server = await startSearch({
    kind: 'contacts',
    records: contacts as unknown as Found[],
    other: () => ({ data: [] }),
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const compiled = (schema: object) => new Ajv.default({ strict: false, validateFormats: false }).compile(schema);

describe('rows for Airbyte', () => {
  let out: string;
  let summary: { streams: readonly { notes: Readonly<Record<string, number>>; status: string }[] };

  beforeAll(async () => {
    const catalog = { streams: [{ stream: { name: 'contacts' }, sync_mode: 'incremental' }] };
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
    const args = ['config', 'catalog', 'summary'].flatMap((name) => [`--${name}`, join(folder, `${name}.json`)]);
    const env = { ...process.env, INTERCOM_BASE_URL: server.url };
    out = await textOf(spawn(EXECUTABLE, ['read', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
    summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
  });

  const rows = (): readonly Row[] =>
    out
      .trim()
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as Message).record?.data ?? []) as readonly Row[];

  it('fit the schema that was discovered', async () => {
    const discovered = await runConnector('discover', { config }, { baseUrl: server.url });
    const { streams } = discovered.messages.find(({ catalog }) => catalog)?.catalog ?? { streams: [] };
    const valid = compiled(streams.find(({ name }) => name === 'contacts')?.json_schema ?? {});
    expect(rows()).toHaveLength(2);
    for (const row of rows()) expect(valid(row) || valid.errors).toBe(true);
  });

  it('keep every digit, and ids as text', () => {
    expect(out).toContain('"big":1146485234658512926');
    expect(out).toContain('"huge":1e400');
    expect(out).toContain('"a.b c":0.12345678901234567891');
    expect(rows().map(({ id }) => id)).toEqual(expect.arrayContaining(['a', '9007199254740993']));
    expect(out).not.toMatch(/\\u0000|\\ud83d/);
  });

  it('hold what can be converted without loss, and null elsewhere', () => {
    expect(rows().find(({ id }) => id === 'a')).toMatchObject({
      name: 'cut \ufffd here, and \ufffd there',
      signed_up_at: made,
      last_seen_at: Date.parse('2026-01-02T03:04:05Z') / 1000,
      last_replied_at: null,
      last_contacted_at: 1780000000123456,
      last_email_opened_at: null,
      avatar: 'https://pictures.example.com/a.png',
      phone: '3531555',
      has_hard_bounced: true,
      email: '{"address":"a@example.org"}',
    });
    expect(rows().find(({ id }) => id !== 'a')).toMatchObject({ updated_at: null, name: '7' });
  });

  it('are told of in the summary where something is not as it came', () => {
    const [{ notes, status } = { notes: {}, status: '' }] = summary.streams;
    expect(status).toBe('COMPLETE');
    expect(notes).toMatchObject({
      'rows left out: no primary key': 1,
      'rows with unstorable characters, replaced by U+FFFD': 1,
      'values of last_replied_at that are not integer or null: replaced by null': 1,
      'values of last_email_opened_at that are not integer or null: replaced by null': 1,
    });
  });
});

it('rows for Singer fit the schema that was announced, with times as date-times', async () => {
  const discovered = await runTap({ config }, ['--discover'], { baseUrl: server.url });
  const { streams } = JSON.parse(discovered.lines.join('\n')) as { streams: readonly SingerStream[] };
  const catalog = select(streams, ['contacts']);
  const output = await runTap({ config, catalog }, [], { baseUrl: server.url });
  const schema = output.messages.find(({ type }) => type === 'SCHEMA')?.schema ?? {};
  const valid = compiled(schema);
  const rows = rowsOf(output, 'contacts');
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(valid(row) || valid.errors).toBe(true);
  expect(rows.find(({ id }) => id === 'a')).toMatchObject({
    last_seen_at: '2026-01-02T03:04:05Z',
    last_contacted_at: expect.stringMatching(/^2026-05-28T20:26:40\.123Z$/),
    last_replied_at: null,
    name: 'cut \ufffd here, and \ufffd there',
  });
  expect(output.lines.join('\n')).toContain('"big":1146485234658512926');
});
