/** Rows that did not come stay owed in the state: the next sync asks again, until they come or are gone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, type Row, rowsOf, runConnector } from '../harness/connector.ts';
import { bodiesOf, idsOf } from '../harness/sync.ts';
import { mutate, statsOf, truthOf } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let id: string;

beforeEach(async () => {
  sandbox = await startSandbox({ companies: 12, contacts: 40, conversations: 60, tickets: 60 });
  const parts = [...(await truthOf(sandbox.url, 'conversation_parts')).values()].map(({ body }) => body);
  const conversations = Map.groupBy(parts, (part) => String(part.conversation_id));
  id = [...conversations].find(([, some]) => some.length >= 4)?.[0] ?? '';
});

afterEach(() => sandbox.close());

async function read(names: readonly string[], before?: Output) {
  const streams = names.map((name) => ({ stream: { name }, sync_mode: 'incremental' }));
  const files = { config, catalog: { streams }, ...(before ? { state: lastStates(before) } : {}) };
  await statsOf(sandbox.url, true);
  const output = await runConnector('read', files, { baseUrl: sandbox.url });
  const { byEndpoint } = await statsOf(sandbox.url, true);
  return { output, byEndpoint };
}

async function fail(faults: readonly object[]): Promise<void> {
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

const retrieved = 'GET /conversations/{id}';
const partsOf = (output: Output) =>
  rowsOf(output, 'conversation_parts').filter((part) => part.conversation_id === id).length;
const owedBy = (output: Output, stream: string) =>
  lastStates(output).find((state) => state.stream.stream_descriptor.name === stream)?.stream.stream_state.owed;
const warnings = ({ messages }: Output) =>
  messages.flatMap(({ log }) => (log?.level === 'WARN' ? [log.message] : [])).join('\n');

/** A conversation that shows fewer parts than it counts. */
async function short(shown: number, total?: number): Promise<object> {
  const response = await fetch(`${sandbox.url}/conversations/${id}`, {
    headers: { Authorization: 'Bearer sandbox-token', 'Intercom-Version': '2.16' },
  });
  const body = (await response.json()) as {
    conversation_parts: { conversation_parts: unknown[]; total_count: number };
  };
  const { conversation_parts, total_count } = body.conversation_parts;
  const list = { conversation_parts: conversation_parts.slice(0, shown), total_count: total ?? total_count };
  return { ...body, conversation_parts: { type: 'conversation_part.list', ...list } };
}

const answer = (body: object, times = 1) => ({ path: `/conversations/${id}`, status: 200, body, times });

describe('parts of a conversation that are missing', () => {
  it('in two looks that differ make the stream INCOMPLETE, and the next sync asks again although nothing changed', async () => {
    await fail([answer(await short(0)), answer(await short(2))]);
    const first = await read(['conversation_parts', 'conversations']);
    expect(first.output.exitCode).toBe(1);
    const [error] = first.output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(error?.message).toContain(`parts of conversation ${id}`);
    expect(error?.stream_descriptor?.name).toBe('conversation_parts');
    expect(owedBy(first.output, 'conversation_parts')).toEqual([id]);
    const second = await read(['conversation_parts', 'conversations'], first.output);
    expect(second.output.exitCode).toBe(0);
    expect(second.byEndpoint[retrieved]).toBe(1);
    expect(partsOf(second.output)).toBeGreaterThanOrEqual(4);
    expect(owedBy(second.output, 'conversation_parts')).toBeUndefined();
    const third = await read(['conversation_parts', 'conversations'], second.output);
    expect(third.byEndpoint[retrieved]).toBeUndefined();
  });

  it('in two looks that agree are a warning, and the next sync emits them should they come', async () => {
    await fail([answer(await short(1), 2)]);
    const first = await read(['conversation_parts']);
    expect(first.output.exitCode).toBe(0);
    expect(warnings(first.output)).toContain(`parts of conversation ${id}`);
    expect(partsOf(first.output)).toBe(1);
    const second = await read(['conversation_parts'], first.output);
    expect(partsOf(second.output)).toBeGreaterThanOrEqual(4);
  });

  it('for good are a warning in two syncs, and cost no call after them', async () => {
    const total = (await truthOf(sandbox.url, 'conversation_parts')).size;
    await fail([answer(await short(500, total + 2), 100)]);
    const first = await read(['conversation_parts']);
    expect(first.output.exitCode).toBe(0);
    const second = await read(['conversation_parts'], first.output);
    expect(second.output.exitCode).toBe(0);
    expect(second.byEndpoint[retrieved]).toBe(2);
    const third = await read(['conversation_parts'], second.output);
    expect(third.output.exitCode).toBe(0);
    expect(third.byEndpoint[retrieved]).toBeUndefined();
    expect(warnings(third.output)).toBe('');
  });
});

describe('a conversation that search shows and that answers 404', () => {
  beforeEach(() => fail([{ path: `/conversations/${id}`, status: 404, times: 1 }]));

  it('is passed over, and asked for again by the next sync', async () => {
    const first = await read(['conversation_parts']);
    expect(first.output.exitCode).toBe(0);
    expect(partsOf(first.output)).toBe(0);
    const second = await read(['conversation_parts'], first.output);
    expect(partsOf(second.output)).toBeGreaterThanOrEqual(4);
    expect(owedBy(second.output, 'conversation_parts')).toBeUndefined();
  });

  it('is owed no longer once search does not show it', async () => {
    const first = await read(['conversation_parts']);
    await mutate(sandbox.url, { operations: [{ op: 'delete', kind: 'conversations', id }] });
    const second = await read(['conversation_parts'], first.output);
    expect(second.byEndpoint[retrieved]).toBeUndefined();
    expect(owedBy(second.output, 'conversation_parts')).toBeUndefined();
  });
});

it('contacts of a company that answer 404 are asked for again by the next sync', async () => {
  const rows = [...(await truthOf(sandbox.url, 'company_contacts')).values()];
  const company = String(rows[0]?.key.company_id);
  const pairs = rows.filter(({ key }) => key.company_id === company).length;
  await fail([{ path: `/companies/${company}/contacts`, status: 404, times: 1 }]);
  const first = await read(['company_contacts']);
  expect(rowsOf(first.output, 'company_contacts')).toHaveLength(rows.length - pairs);
  const second = await read(['company_contacts'], first.output);
  expect(rowsOf(second.output, 'company_contacts')).toHaveLength(pairs);
  const third = await read(['company_contacts'], second.output);
  expect(rowsOf(third.output, 'company_contacts')).toEqual([]);
});

it('notes of a contact that answer 404 are asked for again by the next sync', async () => {
  const notes = (await bodiesOf(sandbox.url, 'notes')).filter(({ contact_id }) => contact_id);
  const contact = String(notes[0]?.contact_id);
  await fail([{ path: `/contacts/${contact}/notes`, status: 404, times: 1 }]);
  const first = await read(['notes']);
  const second = await read(['notes'], first.output);
  const wanted = notes.filter(({ contact_id }) => contact_id === contact);
  expect(idsOf(rowsOf(second.output, 'notes'))).toEqual(idsOf(wanted));
});

const hasFiles = ({ attachments }: Row) => (attachments as readonly object[]).length > 0;

it('parts of a ticket that are missing in two looks that differ are asked for again by the next sync, once for their files too', async () => {
  const parts = [...(await truthOf(sandbox.url, 'ticket_parts')).values()].map(({ body }) => body);
  const [ticket, own = []] =
    [...Map.groupBy(parts, (part) => String(part.ticket_id))].find(
      ([, all]) => all.length > 2 && all.some((part, index) => index > 0 && hasFiles(part)),
    ) ?? [];
  const counted = (shown: number) => ({
    path: `/tickets/${ticket}`,
    status: 200,
    times: 1,
    body: { type: 'ticket', id: ticket, ticket_parts: { ticket_parts: own.slice(0, shown), total_count: own.length } },
  });
  const search = await fetch(`${sandbox.url}/tickets/search`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sandbox-token', 'Intercom-Version': '2.16' },
    body: JSON.stringify({ query: { field: 'created_at', operator: '>', value: 0 }, pagination: { per_page: 150 } }),
  });
  const page = (await search.json()) as { tickets: { id: string; ticket_parts: object }[] };
  const tickets = page.tickets.map((one) =>
    one.id === ticket ? { ...one, ticket_parts: { ...one.ticket_parts, ticket_parts: [] } } : one,
  );
  await fail([{ path: '/tickets/search', status: 200, times: 1, body: { ...page, tickets } }, counted(1)]);
  const first = await read(['ticket_parts', 'ticket_part_attachments']);
  expect(first.output.exitCode).toBe(1);
  expect(first.byEndpoint['GET /tickets/{id}']).toBe(1);
  const second = await read(['ticket_parts', 'ticket_part_attachments'], first.output);
  expect(second.output.exitCode).toBe(0);
  expect(rowsOf(second.output, 'ticket_parts')).toHaveLength(own.length);
  const files = own.flatMap(({ attachments }) => attachments as readonly object[]);
  expect(rowsOf(second.output, 'ticket_part_attachments')).toEqual(
    files.map((file) => expect.objectContaining({ ticket_id: ticket, ...file })),
  );
});
