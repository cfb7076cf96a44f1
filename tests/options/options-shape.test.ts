/** Options about the form of rows, and about a conversation that fails. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, type Row, rowsOf, run } from '../harness/connector.ts';
import { bodiesOf, idsOf, readWhole } from '../harness/sync.ts';
import { statsOf, truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: 100_000, companies: 20, contacts: 60, conversations: 40, tickets: 5 });
});

afterAll(() => sandbox.close());

describe('skip_failed_conversations', () => {
  /** The next calls for one conversation fail with an answer that is not worth asking again for. */
  async function failing(): Promise<string> {
    const [id = ''] = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(5);
    const fault = { path: `/conversations/${id}`, status: 422, times: 1 };
    await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: [fault] }) });
    return id;
  }

  async function readParts(options: object): Promise<{ output: Output; summary: { streams: readonly Row[] } }> {
    const folder = await mkdtemp(join(tmpdir(), 'skip-'));
    const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z', ...options };
    const catalog = { streams: [{ stream: { name: 'conversation_parts' }, sync_mode: 'full_refresh' }] };
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
    const paths = ['config', 'catalog'].flatMap((name) => [`--${name}`, join(folder, `${name}.json`)]);
    const output = await run(['read', ...paths, '--summary', join(folder, 'summary.json')], { baseUrl: sandbox.url });
    const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
    await rm(folder, { recursive: true });
    return { output, summary };
  }

  it('on: the conversation is left out, named in a warning and in the summary, and all others come', async () => {
    const id = await failing();
    const { output, summary } = await readParts({ skip_failed_conversations: true });
    expect(output.exitCode).toBe(0);
    expect(summary.streams).toMatchObject([{ status: 'COMPLETE', skipped: 1, leftOut: [id] }]);
    const warnings = output.messages.filter(({ log }) => log?.level === 'WARN');
    expect(warnings).toMatchObject([{ log: { message: expect.stringContaining(`conversation ${id} is left out`) } }]);
    const others = (await bodiesOf(sandbox.url, 'conversation_parts')).filter((part) => part.conversation_id !== id);
    expect(idsOf(rowsOf(output, 'conversation_parts'))).toEqual(idsOf(others));
  });

  it('off: the stream fails and says of which conversation', async () => {
    const id = await failing();
    const { output, summary } = await readParts({});
    expect(output.exitCode).toBe(1);
    expect(summary.streams).toMatchObject([{ status: 'INCOMPLETE', leftOut: [] }]);
    const [error] = output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(error?.message).toContain(`/conversations/${id}`);
  });
});

it('contact_companies_full nests the whole company', async () => {
  const companies = new Map((await bodiesOf(sandbox.url, 'companies')).map((body) => [body.id, body]));
  const full = rowsOf(
    await readWhole(sandbox.url, { contact_companies_full: true }, 'contact_companies'),
    'contact_companies',
  );
  const stubs = rowsOf(await readWhole(sandbox.url, {}, 'contact_companies'), 'contact_companies');
  expect(full.length).toBeGreaterThan(0);
  expect(full.map(({ contact_id, company_id }) => [contact_id, company_id])).toEqual(
    stubs.map(({ contact_id, company_id }) => [contact_id, company_id]),
  );
  for (const { company_id, company } of full) {
    expect(company).toMatchObject({ id: company_id, name: companies.get(company_id)?.name });
  }
  for (const { company } of stubs) expect(Object.keys(company as Row)).toEqual(['type', 'id', 'url']);
});

it.each(['user', 'lead'])('event_type %s emits the events of these contacts, and no other', async (role) => {
  const streams = ['contact_events', 'contact_event_summaries', 'contacts'];
  const output = await readWhole(sandbox.url, { event_type: role }, ...streams);
  const contacts = await bodiesOf(sandbox.url, 'contacts');
  expect(rowsOf(output, 'contacts')).toHaveLength(contacts.length);
  const ofRole = new Set(idsOf(contacts.filter((contact) => contact.role === role)));
  for (const stream of streams.slice(0, 2)) {
    const truth = [...(await truthOf(sandbox.url, stream)).values()];
    const wanted = truth.filter(({ key }) => ofRole.has(String(key.contact_id)));
    expect(wanted.length, stream).toBeGreaterThan(0);
    expect(rowsOf(output, stream), stream).toHaveLength(wanted.length);
    for (const { contact_id } of rowsOf(output, stream)) expect(ofRole.has(String(contact_id)), stream).toBe(true);
  }
});

it('activity_logs_time_step sets the step in which logs are asked for, and changes no row', async () => {
  const read = async (days: number) => {
    await statsOf(sandbox.url, true);
    const options = { activity_logs_time_step: days, start_date: '2026-01-01T00:00:00Z' };
    const rows = rowsOf(await readWhole(sandbox.url, options, 'activity_logs'), 'activity_logs');
    return { rows, calls: (await statsOf(sandbox.url)).calls };
  };
  const [fine, coarse] = [await read(1), await read(91)];
  expect(fine.calls).toBeGreaterThan(coarse.calls);
  expect(idsOf(fine.rows)).toEqual(idsOf(coarse.rows));
});

describe('display_as_plaintext', () => {
  const html = /<\/?[a-z]+[^>]*>/;
  const bodies = (rows: readonly Row[]) => rows.map(({ body }) => String(body ?? '')).filter(Boolean);
  const sources = (rows: readonly Row[]) => bodies(rows.map(({ source }) => (source ?? {}) as Row));

  it('emits parts as plain text, and whole conversations by id', async () => {
    const ids = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(0, 3);
    const options = { display_as_plaintext: true, conversation_ids: ids };
    const output = await readWhole(sandbox.url, options, 'conversation_parts', 'conversations', 'conversations_by_id');
    const plain = bodies(rowsOf(output, 'conversation_parts'));
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.filter((body) => html.test(body))).toEqual([]);
    expect(sources(rowsOf(output, 'conversations')).filter((body) => html.test(body))).toEqual([]);
    expect(sources(rowsOf(output, 'conversations_by_id')).filter((body) => html.test(body))).toEqual([]);
    const without = await readWhole(sandbox.url, {}, 'conversation_parts');
    expect(bodies(rowsOf(without, 'conversation_parts')).some((body) => html.test(body))).toBe(true);
  });

  it('leaves texts of the search as HTML where Intercom does not heed it there, and emits the same rows', async () => {
    const heedless = await startSandbox({ conversations: 20, searchDisplayAs: 'ignored' });
    try {
      const output = await readWhole(
        heedless.url,
        { display_as_plaintext: true },
        'conversations',
        'conversation_parts',
      );
      expect(rowsOf(output, 'conversations')).toHaveLength(20);
      expect(sources(rowsOf(output, 'conversations')).some((body) => html.test(body))).toBe(true);
      expect(bodies(rowsOf(output, 'conversation_parts')).filter((body) => html.test(body))).toEqual([]);
    } finally {
      await heedless.close();
    }
  });
});
