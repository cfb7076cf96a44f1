import { describe, expect, it } from 'vitest';
import { type Client, type Json, start } from '../test-client.ts';

describe('conversations', () => {
  const longest = async ({ post, truth }: Client) => {
    const ids = (await truth('conversations')).slice(0, 1).map(({ key }) => key.id);
    await post('/__sandbox/mutate', {
      spread: 0,
      operations: Array.from({ length: 520 }, () => ({ op: 'add_part', kind: 'conversations', id: ids[0] })),
    });
    return ids[0];
  };

  it.each([
    ['true', (total: number) => total > 500],
    ['capped', (total: number) => total === 500],
  ] as const)('show their 500 most recent parts, with a total that is %s', async (partsTotal, isRight) => {
    const client = await start({ partsTotal });
    const id = await longest(client);
    const read = async () => {
      const body = (await client.get(`/conversations/${id}`)).json();
      return body.conversation_parts as { conversation_parts: Json[]; total_count: number };
    };
    const before = await read();
    expect(before.conversation_parts).toHaveLength(500);
    expect(isRight(before.total_count)).toBe(true);
    await client.post('/__sandbox/mutate', { operations: [{ op: 'add_part', kind: 'conversations', id }] });
    const ids = (parts: readonly Json[]) => parts.map((part) => part.id);
    expect(ids((await read()).conversation_parts).slice(0, -1)).toEqual(ids(before.conversation_parts).slice(1));
  });

  it('have no parts in lists and searches', async () => {
    const { get, post } = await start();
    const [listed] = (await get('/conversations')).json().conversations as Json[];
    const query = { field: 'id', operator: '=', value: listed?.id };
    const [found] = (await post('/conversations/search', { query })).json().conversations as Json[];
    expect(found).toEqual(listed);
    expect(listed).not.toHaveProperty('conversation_parts');
    expect((await get(`/conversations/${listed?.id}`)).json()).toMatchObject(listed ?? {});
  });

  it('that were deleted answer 404 and appear in the feed, latest first unless asked', async () => {
    const { get, post, truth } = await start();
    const ids = (await truth('conversations')).slice(0, 3).map(({ key }) => key.id);
    await post('/__sandbox/mutate', { operations: ids.map((id) => ({ op: 'delete', kind: 'conversations', id })) });
    expect((await get(`/conversations/${ids[0]}`)).status).toBe(404);
    const feed = (await get('/conversations/deleted?per_page=2')).json();
    expect(feed).toMatchObject({ type: 'conversations.list', total_count: 3 });
    expect((feed.conversations as Json[]).map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const oldest = (await get('/conversations/deleted?order=asc')).json().conversations as Json[];
    expect(oldest.map(({ id }) => id)).toEqual(ids);
    expect(oldest[0]?.deleted_at).toEqual(expect.any(Number));
  });
});
