/** Children of conversations that have calls of their own: one call for all streams, and answers that hold less than they say. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf, readWhole } from '../harness/sync.ts';
import { statsOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 1, contacts: 3, conversations: 40, tickets: 1 });
});

afterAll(() => sandbox.close());

/** Reads a stream while `alter` changes the entries of `list` in every answer below a conversation. */
async function readAltered(stream: string, list: string, alter: (entries: readonly object[]) => readonly unknown[]) {
  const api = await startAlteredApi(sandbox.url, async ({ url }, passOn) => {
    const reply = await passOn();
    if (!url.split('?')[0]?.endsWith(`/${list}`)) return reply;
    const body = JSON.parse(reply.body) as Record<string, readonly object[]>;
    return { ...reply, body: JSON.stringify({ ...body, [list]: alter(body[list] ?? []) }) };
  });
  try {
    return await readHere(stream, { baseUrl: api.url });
  } finally {
    await api.close();
  }
}

it('asks once for the side conversations of each conversation, and for every page of them', async () => {
  await statsOf(sandbox.url, true);
  const names = ['side_conversations', 'side_conversation_parts'];
  const output = await readWhole(sandbox.url, { optional_streams: names }, ...names);
  for (const name of names) expect(idsOf(rowsOf(output, name))).toEqual(idsOf(await bodiesOf(sandbox.url, name)));
  const { byEndpoint } = await statsOf(sandbox.url);
  // One conversation has 55.
  expect(byEndpoint['GET /conversations/{id}/side_conversations']).toBe(40 + 1);
});

it('notes the parts of a side conversation that Intercom counts and does not show', async () => {
  const hide = (threads: readonly object[]) => threads.map((thread) => ({ ...thread, conversation_parts: null }));
  const output = await readAltered('side_conversation_parts', 'side_conversations', hide);
  expect(output.exitCode).toBe(0);
  expect(rowsOf(output, 'side_conversation_parts')).toEqual([]);
  const parts = (await bodiesOf(sandbox.url, 'side_conversation_parts')).length;
  const logs = output.messages.flatMap(({ log }) => log?.message ?? []);
  expect(logs.join('\n')).toContain(`${parts} parts of side conversations that Intercom counts and does not show`);
});

it('keeps handling events that name nobody, and leaves out those without a time', async () => {
  const alter = () => [
    { type: 'paused', timestamp: '2026-01-09T09:00:00.250Z', teammate: null },
    { type: 'resumed', timestamp: null, teammate: { type: 'admin', id: 7 } },
    { type: 'resumed', timestamp: '2026-01-09T10:00:00Z', teammate: { type: 'bot', id: 7, name: 'Fin', email: null } },
  ];
  const output = await readAltered('conversation_handling_events', 'handling_events', alter);
  expect(output.exitCode).toBe(0);
  const rows = rowsOf(output, 'conversation_handling_events');
  expect(rows).toHaveLength(2 * 40);
  expect(rows.slice(0, 2).map(({ occurred_at, teammate_id }) => [occurred_at, teammate_id])).toEqual([
    [1_767_949_200, '0'],
    [1_767_952_800, '7'],
  ]);
});
