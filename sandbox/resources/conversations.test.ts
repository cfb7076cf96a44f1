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

  it('that were deleted come by pages, which move when another is deleted, in the order asked for', async () => {
    const { get, post, truth } = await start({ deletedOrder: 'asc' });
    const ids = (await truth('conversations')).slice(0, 4).map(({ key }) => String(key.id));
    const remove = (several: readonly string[]) =>
      post('/__sandbox/mutate', { operations: several.map((id) => ({ op: 'delete', kind: 'conversations', id })) });
    const page = async (query: string) => {
      const { conversations, pages } = (await get(`/conversations/deleted?${query}`)).json();
      return { ids: (conversations as Json[]).map(({ id }) => id), pages: pages as Json };
    };
    await remove(ids.slice(0, 3));
    expect((await page('')).ids).toEqual(ids.slice(0, 3));
    const first = await page('per_page=2&order=desc');
    expect(first.ids).toEqual([ids[2], ids[1]]);
    expect(first.pages).toMatchObject({ page: 1, per_page: 2, total_pages: 2 });
    await remove(ids.slice(3));
    expect((await page(new URL(String(first.pages.next)).search.slice(1))).ids).toEqual([ids[1], ids[0]]);
    expect((await get('/conversations/deleted?per_page=61')).status).toBe(400);
    expect((await get('/conversations/deleted?order=ascending')).status).toBe(400);
  });

  it.each(['honoured', 'ignored'] as const)(
    'are text on request: one always, those of a search if %s',
    async (searchDisplayAs) => {
      const { get, post, truth } = await start({ searchDisplayAs });
      const linked = (await truth('conversation_parts')).find(({ body }) => String(body.body).includes('</a>'))?.body;
      const id = linked?.conversation_id;
      type Shown = { source: Json; conversation_parts: { conversation_parts: Json[] } };
      const read = async (query: string) => (await get(`/conversations/${id}${query}`)).json() as unknown as Shown;
      const [html, text] = [await read(''), await read('?display_as=plaintext')];
      expect(html.source.body).toMatch(/^<p>/);
      const part = text.conversation_parts.conversation_parts.find((other) => other.id === linked?.id);
      expect(part?.body).toContain('Settings (https://help.example.com/settings?from=chat&tab=2)');
      expect(JSON.stringify(text)).not.toMatch(/<p>|&amp;/);

      const query = { field: 'id', operator: '=', value: id };
      const found = (await post('/conversations/search?display_as=plaintext', { query })).json()
        .conversations as Json[];
      expect(found[0]?.source).toEqual(searchDisplayAs === 'honoured' ? text.source : html.source);
    },
  );
});
