/** A contact who joins a company need not touch it: the pair comes from the contact. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, rowsOf, runConnector } from '../harness/connector.ts';
import { sync } from '../harness/sync.ts';
import { keyOf, mutate, statsOf, truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeEach(async () => {
  sandbox = await startSandbox({
    companies: 40,
    contacts: 300,
    conversations: 0,
    tickets: 0,
    membershipTouches: false,
  });
});

afterEach(() => sandbox.close());

const both = ['contacts', 'company_contacts'];
const key = ['company_id', 'contact_id'];

async function join(count: number): Promise<void> {
  const operations = Array.from({ length: count }, () => ({ op: 'create', kind: 'contacts' }));
  await mutate(sandbox.url, { operations, advance: 3600 });
}

async function missing(outputs: readonly Output[]): Promise<number> {
  const came = new Set(outputs.flatMap((output) => rowsOf(output, 'company_contacts').map((row) => keyOf(row, key))));
  return [...(await truthOf(sandbox.url, 'company_contacts')).keys()].filter((pair) => !came.has(pair)).length;
}

describe('company_contacts beside contacts', () => {
  it('emits the pairs of contacts who came after the first sync, with the time of their company', async () => {
    const first = await sync(sandbox.url, {}, both);
    await join(60);
    expect(await missing([first])).toBeGreaterThan(0);
    const second = await sync(sandbox.url, {}, both, { before: first });
    expect(await missing([first, second])).toBe(0);
    const truth = await truthOf(sandbox.url, 'company_contacts');
    for (const row of rowsOf(second, 'company_contacts')) {
      expect(row.company_updated_at).toBe(truth.get(keyOf(row, key))?.updated_at);
    }
    const third = await sync(sandbox.url, {}, both, { before: second });
    expect(rowsOf(third, 'company_contacts')).toEqual([]);
  });

  it('asks for a list that was cut at ten once, for both streams that need it', async () => {
    const names = [...both, 'contact_companies'];
    const first = await sync(sandbox.url, {}, names);
    const listed = [...(await truthOf(sandbox.url, 'contacts')).values()].filter(
      ({ body }) => (body.companies as { has_more?: boolean }).has_more,
    );
    const operations = listed.map(({ body }) => ({ op: 'update', kind: 'contacts', id: body.id }));
    await mutate(sandbox.url, { operations, advance: 3600 });
    await statsOf(sandbox.url, true);
    await sync(sandbox.url, {}, names, { before: first });
    const { byEndpoint } = await statsOf(sandbox.url, true);
    expect(listed.length).toBeGreaterThan(0);
    expect(byEndpoint['GET /contacts/{id}/companies']).toBe(listed.length);
  });
});

it('a full refresh of company_contacts emits each pair once, although contacts are at rest', async () => {
  const first = await sync(sandbox.url, {}, ['contacts']);
  await join(30);
  const catalog = {
    streams: [
      { stream: { name: 'contacts' }, sync_mode: 'incremental' },
      { stream: { name: 'company_contacts' }, sync_mode: 'full_refresh' },
    ],
  };
  const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
  const output = await runConnector('read', { config, catalog, state: lastStates(first) }, { baseUrl: sandbox.url });
  expect(output.exitCode).toBe(0);
  const pairs = rowsOf(output, 'company_contacts').map((row) => keyOf(row, key));
  expect(pairs.toSorted()).toEqual([...(await truthOf(sandbox.url, 'company_contacts')).keys()].toSorted());
});

it('company_contacts alone scans no contacts, and keeps the state that it has of them', async () => {
  const first = await sync(sandbox.url, {}, both);
  const stateOf = (output: Output) =>
    lastStates(output).find(({ stream }) => stream.stream_descriptor.name === 'company_contacts')?.stream.stream_state;
  expect(stateOf(first)?.contacts).toBeDefined();
  await join(20);
  await statsOf(sandbox.url, true);
  const alone = await sync(sandbox.url, {}, ['company_contacts'], { before: first });
  expect((await statsOf(sandbox.url, true)).byEndpoint['POST /contacts/search']).toBeUndefined();
  expect(stateOf(alone)?.contacts).toEqual(stateOf(first)?.contacts);
  const again = await sync(sandbox.url, {}, both, { before: alone });
  expect(await missing([first, alone, again])).toBe(0);
});
