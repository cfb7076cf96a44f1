import { describe, expect, it } from 'vitest';
import { codes, type Json, searchAll, start } from '../test-client.ts';

const everything = { field: 'updated_at', operator: '>', value: 0 };
const ascending = { field: 'updated_at', order: 'ascending' };
const stamps = (items: readonly Json[]) => items.map((item) => Number(item.updated_at));
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('conversation search', () => {
  it.each(['value', 'offset'] as const)(
    'walks all in order, each once, in the %s reading of cursors',
    async (cursor) => {
      const client = await start({ cursor });
      const request = { query: everything, sort: ascending };
      const items = await searchAll(client, '/conversations/search', 'conversations', request, 150);
      expect(new Set(items.map(({ id }) => id)).size).toBe(800);
      expect(stamps(items)).toEqual(sorted(stamps(items)));
    },
  );

  it('counts and pages by range and sort, with an absent next at the end', async () => {
    const client = await start();
    const all = await searchAll(client, '/conversations/search', 'conversations', {
      query: everything,
      sort: ascending,
    });
    const middle = stamps(all)[400] ?? 0;
    const query = {
      operator: 'AND',
      value: [
        { ...everything, value: middle },
        { ...everything, field: 'created_at' },
      ],
    };
    const expected = stamps(all).filter((second) => second > middle);
    const page = (await client.post('/conversations/search', { query, pagination: { per_page: 150 } })).json();
    expect(page.total_count).toBe(expected.length);
    expect(page.pages).toMatchObject({ page: 1, per_page: 150, total_pages: Math.ceil(expected.length / 150) });
    expect(stamps(page.conversations as Json[])).toEqual(sorted(expected).reverse().slice(0, 150));
    const last = (
      await client.post('/conversations/search', { query: { ...everything, value: stamps(all)[798] } })
    ).json();
    expect(last.pages).not.toHaveProperty('next');
  });

  it('filters by fields of the body', async () => {
    const client = await start();
    const all = await searchAll(client, '/conversations/search', 'conversations', { query: everything });
    const query = { field: 'state', operator: '=', value: 'open' };
    const open = await searchAll(client, '/conversations/search', 'conversations', { query }, 20);
    expect(open.length).toBeGreaterThan(20);
    expect(new Set(open.map(({ id }) => id))).toEqual(
      new Set(all.filter(({ state }) => state === 'open').map(({ id }) => id)),
    );
  });

  it('follows changes since the same search was made', async () => {
    const { post } = await start();
    const search = async () =>
      (await post('/conversations/search', { query: { field: 'state', operator: '=', value: 'open' } })).json();
    const before = await search();
    const [first] = before.conversations as Json[];
    await post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'conversations', id: first?.id }] });
    expect((await search()).total_count).toBe(Number(before.total_count) - 1);
  });

  it('refuses orders, sort fields, page sizes and cursors that it does not know', async () => {
    const { post } = await start();
    const refusal = async (request: Json) => {
      const answer = await post('/conversations/search', { query: everything, ...request });
      return [answer.status, ...codes(answer.json())];
    };
    expect(await refusal({ sort: { field: 'updated_at', order: 'desc' } })).toEqual([400, 'invalid_sort_order']);
    expect(await refusal({ sort: { field: 'mood', order: 'ascending' } })).toEqual([400, 'parameter_invalid']);
    expect(await refusal({ pagination: { per_page: 151 } })).toEqual([400, 'parameter_invalid']);
    expect(await refusal({ pagination: { per_page: 0 } })).toEqual([400, 'parameter_invalid']);
    expect(await refusal({ pagination: { starting_after: 'nonsense' } })).toEqual([400, 'client_error']);
    const order = await post('/contacts/search', { query: everything, sort: { field: 'created_at', order: 'desc' } });
    expect(order.text).toContain("Invalid sort order 'desc'. Must be one of: ascending, descending");
  });

  it('has pages of 20 unless asked, and contacts of 50', async () => {
    const { post } = await start();
    const size = async (path: string) => ((await post(path, { query: everything })).json().pages as Json).per_page;
    expect(await size('/conversations/search')).toBe(20);
    expect(await size('/tickets/search')).toBe(20);
    expect(await size('/contacts/search')).toBe(50);
  });
});

describe('contact search', () => {
  it("goes by the calendar days of the workspace's zone, or of UTC in the other reading", async () => {
    const noon = Date.parse('2026-03-08T12:00:00Z') / 1000;
    const [newYork, midnight] = [Date.parse('2026-03-09T04:00:00Z') / 1000, Date.parse('2026-03-09T00:00:00Z') / 1000];
    for (const [contactDays, from] of [
      ['zone', newYork],
      ['utc', midnight],
    ] as const) {
      const client = await start({ contactDays, contacts: 3000, timezone: 'America/New_York' });
      const all = await searchAll(client, '/contacts/search', 'data', { query: everything }, 150);
      const query = { field: 'updated_at', operator: '>', value: noon };
      const later = await searchAll(client, '/contacts/search', 'data', { query }, 150);
      expect(sorted(stamps(later))).toEqual(sorted(stamps(all).filter((second) => second >= from)));
    }
  });

  it('sorts descending unless told otherwise', async () => {
    const { post } = await start();
    const created = async (sort?: Json) => {
      const answer = await post('/contacts/search', { query: everything, ...(sort && { sort }) });
      return (answer.json().data as Json[]).map((contact) => Number(contact.created_at));
    };
    expect(await created()).toEqual(sorted(await created()).reverse());
    expect(await created({ field: 'created_at', order: 'ascending' })).toEqual(
      sorted(await created({ field: 'created_at', order: 'ascending' })),
    );
  });
});

describe('the lag of the index', () => {
  const newest = { query: everything, sort: { field: 'updated_at', order: 'descending' }, pagination: { per_page: 1 } };
  const change = { op: 'update', kind: 'conversations' };

  it.each(['index', 'live'] as const)('shows a change after the lag, and bodies from the %s', async (searchBodies) => {
    const { post, get } = await start({ indexLag: 300, searchBodies });
    const first = async () => ((await post('/conversations/search', newest)).json().conversations as Json[])[0] ?? {};
    const before = await first();
    const id = before.id;
    const { now } = (await post('/__sandbox/mutate', { spread: 0, operations: [{ ...change, id }] })).json();
    expect((await get(`/conversations/${id}`)).json().updated_at).toBe(now);
    expect((await first()).updated_at).toBe(searchBodies === 'live' ? now : before.updated_at);
    await post('/__sandbox/mutate', { advance: 301 });
    expect((await first()).updated_at).toBe(now);
  });

  it('still counts deleted records, and shows them only from the index', async () => {
    for (const searchBodies of ['index', 'live'] as const) {
      const { post } = await start({ indexLag: 300, searchBodies });
      const search = async () => (await post('/conversations/search', newest)).json();
      const [gone] = (await search()).conversations as Json[];
      await post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'conversations', id: gone?.id }] });
      const lagging = await search();
      expect(lagging.total_count).toBe(800);
      expect((lagging.conversations as Json[]).length).toBe(searchBodies === 'index' ? 1 : 0);
      await post('/__sandbox/mutate', { advance: 301 });
      expect((await search()).total_count).toBe(799);
    }
  });
});
