/** Deletions: the list of deleted conversations, and the rows of emit_deletions for it and for merged contacts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, type Row, rowsOf } from '../harness/connector.ts';
import { bodiesOf, idsOf, sync } from '../harness/sync.ts';
import { mutate, statsOf } from '../harness/truth.ts';

const streams = ['conversations', 'conversation_parts', 'contacts', 'contact_tags', 'deleted_conversations'];

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimit: 100_000, companies: 10, contacts: 80, conversations: 150, tickets: 3 });
});

afterEach(() => sandbox.close());

const gone = (output: Output, stream: string) => rowsOf(output, stream).filter((row) => row._ab_cdc_deleted_at);

async function deleteAndMerge(count = 5) {
  const conversations = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(10, 10 + count);
  const [merged = '', into = ''] = idsOf(
    (await bodiesOf(sandbox.url, 'contacts')).filter(({ role }) => role === 'user'),
  );
  const operations = [
    ...conversations.map((id) => ({ op: 'delete', kind: 'conversations', id })),
    { op: 'merge', kind: 'contacts', id: merged, with: into },
  ];
  await mutate(sandbox.url, { operations });
  return { conversations, merged, into };
}

describe('emit_deletions', () => {
  it('marks deleted conversations and merged contacts in their own streams, once, and nothing that hangs on them', async () => {
    const first = await sync(sandbox.url, { emit_deletions: true }, streams);
    const { conversations, merged } = await deleteAndMerge();
    const second = await sync(sandbox.url, { emit_deletions: true }, streams, { before: first });
    expect(idsOf(gone(second, 'conversations'))).toEqual(conversations);
    expect(idsOf(gone(second, 'contacts'))).toEqual([merged]);
    expect(idsOf(rowsOf(second, 'deleted_conversations'))).toEqual(conversations);
    for (const row of gone(second, 'conversations')) {
      const { deleted_at } = rowsOf(second, 'deleted_conversations').find(({ id }) => id === row.id) ?? {};
      const at = new Date(Number(deleted_at) * 1000).toISOString();
      expect(row).toEqual({ id: row.id, updated_at: deleted_at, _ab_cdc_deleted_at: at });
    }
    for (const stream of ['conversation_parts', 'contact_tags']) expect(gone(second, stream)).toEqual([]);
    const third = await sync(sandbox.url, { emit_deletions: true }, streams, { before: second });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
  });

  it('leaves the destination with exactly what is there', async () => {
    const outputs = [await sync(sandbox.url, { emit_deletions: true }, streams)];
    for (const seed of [1, 2, 3]) {
      await mutate(sandbox.url, { count: 120, seed, kinds: ['contacts', 'conversations'] });
      outputs.push(await sync(sandbox.url, { emit_deletions: true }, streams, { before: outputs.at(-1) }));
    }
    for (const stream of ['conversations']) {
      const latest = new Map<unknown, Row>();
      for (const row of outputs.flatMap((output) => rowsOf(output, stream))) latest.set(row.id, row);
      const there = [...latest.values()].filter((row) => !row._ab_cdc_deleted_at);
      expect(idsOf(there)).toEqual(idsOf(await bodiesOf(sandbox.url, stream)));
    }
  });

  it('undoes no deletion of a conversation that the search still shows', async () => {
    const late = await startSandbox({ conversations: 20, contacts: 5, indexLag: 600 });
    try {
      const first = await sync(late.url, { emit_deletions: true }, ['conversations']);
      const [id] = idsOf(await bodiesOf(late.url, 'conversations'));
      await mutate(late.url, { operations: [{ op: 'update', kind: 'conversations', id }], advance: 60 });
      await mutate(late.url, { operations: [{ op: 'delete', kind: 'conversations', id }], advance: 300 });
      // By now the index knows of the update, and not yet of the deletion.
      await mutate(late.url, { count: 0, advance: 400 });
      const second = await sync(late.url, { emit_deletions: true }, ['conversations'], { before: first });
      expect(rowsOf(second, 'conversations').map((row) => [row.id, 'state' in row])).toEqual([[id, false]]);
    } finally {
      await late.close();
    }
  });

  it('emits no deletion in a full refresh, which shows only what is there', async () => {
    await deleteAndMerge();
    const output = await sync(sandbox.url, { emit_deletions: true }, streams, { mode: 'full_refresh' });
    expect([...gone(output, 'conversations'), ...gone(output, 'contacts')]).toEqual([]);
    expect(rowsOf(output, 'deleted_conversations')).toHaveLength(5);
  });

  it('off: no deletion is emitted or asked for, and the list of deleted conversations is a stream all the same', async () => {
    const first = await sync(sandbox.url, {}, streams);
    const { conversations } = await deleteAndMerge();
    const second = await sync(sandbox.url, {}, streams, { before: first });
    expect([...gone(second, 'conversations'), ...gone(second, 'contacts')]).toEqual([]);
    expect(idsOf(rowsOf(second, 'deleted_conversations'))).toEqual(conversations);
    await statsOf(sandbox.url, true);
    await sync(sandbox.url, {}, ['conversations', 'contacts'], { before: second });
    expect((await statsOf(sandbox.url)).byEndpoint['GET /conversations/deleted']).toBeUndefined();
  });
});

describe('deleted_conversations', () => {
  it('is read over many pages, and later only as far back as it is new', async () => {
    const { conversations } = await deleteAndMerge(130);
    const first = await sync(sandbox.url, {}, ['deleted_conversations']);
    expect(idsOf(rowsOf(first, 'deleted_conversations'))).toEqual(conversations);
    expect(rowsOf(first, 'deleted_conversations')).toHaveLength(130);
    await mutate(sandbox.url, { advance: 3600, count: 0 });
    const [id] = idsOf(await bodiesOf(sandbox.url, 'conversations'));
    await mutate(sandbox.url, { operations: [{ op: 'delete', kind: 'conversations', id }] });
    await statsOf(sandbox.url, true);
    const second = await sync(sandbox.url, {}, ['deleted_conversations'], { before: first });
    expect(idsOf(rowsOf(second, 'deleted_conversations'))).toEqual([id]);
    expect((await statsOf(sandbox.url)).byEndpoint['GET /conversations/deleted']).toBeLessThanOrEqual(3);
  });
});
