import { describe, expect, it } from 'vitest';
import { type Client, codes, type Json, start } from '../test-client.ts';

describe('companies', () => {
  it('list those with users by last request, and refuse more than 60 a page', async () => {
    const { post } = await start();
    const page = (await post('/companies/list?per_page=60', {})).json();
    const data = page.data as Json[];
    const requests = data.map((company) => Number(company.last_request_at ?? 0));
    expect(requests).toEqual([...requests].sort((a, b) => b - a));
    expect(data.every((company) => Number(company.user_count) > 0)).toBe(true);
    const refused = await post('/companies/list?per_page=61', {});
    expect([refused.status, codes(refused.json())]).toEqual([400, ['parameter_invalid']]);
  });

  it('list 10,000 at most', async () => {
    const { post } = await start({ companies: 10 });
    expect((await post('/companies/list?per_page=50&page=200', {})).status).toBe(200);
    const refused = await post('/companies/list?per_page=50&page=201', {});
    expect([refused.status, codes(refused.json())]).toEqual([400, ['bad_request']]);
    expect(refused.text).toContain('page limit reached, please use scroll API');
  });

  it('name the next page by URL, and null at the end', async () => {
    const { post, url } = await start();
    const first = (await post('/companies/list?per_page=40', {})).json();
    const { next } = first.pages as { next: string };
    expect(next.startsWith(`${url}/companies/list?`)).toBe(true);
    const second = (await post(next.slice(url.length), {})).json();
    expect(second.pages).toMatchObject({ page: 2, next: null });
    expect(Number((first.data as Json[]).length) + Number((second.data as Json[]).length)).toBe(first.total_count);
  });

  it('are found by id, company_id, name and tag', async () => {
    const { get } = await start();
    const [company = {}] = (await get('/companies?per_page=1')).json().data as Json[];
    expect((await get(`/companies/${company.id}`)).json()).toEqual(company);
    expect((await get(`/companies?company_id=${company.company_id}`)).json()).toEqual(company);
    const named = (await get(`/companies?name=${encodeURIComponent(String(company.name))}`)).json();
    expect(named.data).toContainEqual(company);
    expect(codes((await get('/companies?company_id=none')).json())).toEqual(['company_not_found']);
    expect(codes((await get('/companies/none')).json())).toEqual(['company_not_found']);
  });

  it('leave their tags and segments empty in the other reading', async () => {
    const { truth, get } = await start({ companyLists: 'empty' });
    const [relation] = await truth('company_segments');
    const id = relation?.key.company_id;
    expect((await get(`/companies/${id}`)).json()).toMatchObject({ segments: { segments: [] }, tags: { tags: [] } });
    const segments = (await get(`/companies/${id}/segments`)).json().data as Json[];
    expect(segments.map((segment) => segment.id)).toContain(relation?.key.segment_id);
  });
});

describe('contacts', () => {
  it('show ten items of a nested list, and the rest at its own address', async () => {
    const { truth, get } = await start({ contacts: 2000 });
    for (const list of ['tags', 'companies']) {
      const contacts = await truth('contacts');
      const cut = contacts.find(({ body }) => (body[list] as Json).has_more === true)?.body ?? {};
      const nested = cut[list] as { data: Json[]; total_count: number; url: string };
      expect(nested.data).toHaveLength(10);
      expect(nested.total_count).toBeGreaterThan(10);
      const all = (await get(nested.url)).json().data as Json[];
      expect(all).toHaveLength(nested.total_count);
      expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(nested.data.map(({ id }) => id)));
    }
  });

  it('belong to companies that list them', async () => {
    const { truth, get } = await start();
    const relations = await truth('contact_companies');
    const company = relations[0]?.key.company_id;
    const expected = relations.filter(({ key }) => key.company_id === company).map(({ key }) => key.contact_id);
    const listed = (await get(`/companies/${company}/contacts?per_page=150`)).json();
    expect((listed.data as Json[]).map(({ id }) => id)).toEqual(expected);
  });

  it('that were merged answer 410 with the address of the one they are part of', async () => {
    const { get, post, truth } = await start();
    const [a, b, c] = (await truth('contacts')).map(({ key }) => String(key.id));
    const merge = (id: string | undefined, target: string | undefined) => ({
      op: 'merge',
      kind: 'contacts',
      id,
      with: target,
    });
    await post('/__sandbox/mutate', { operations: [merge(a, b), merge(b, c)] });
    const gone = await get(`/contacts/${a}`);
    expect([gone.status, codes(gone.json())]).toEqual([410, ['contact_merged']]);
    expect(gone.headers.get('link')).toBe(`</contacts/${c}>; rel="canonical"`);
    expect((await truth('contacts')).map(({ key }) => key.id)).not.toContain(a);
    expect((await get('/contacts/unknown')).status).toBe(404);
  });

  it('are listed newest first, each once', async () => {
    const { get } = await start({ contacts: 310 });
    const ids = new Set<unknown>();
    let after = '';
    for (let pages = 1; pages <= 3; pages++) {
      const page = (await get(`/contacts?per_page=150${after}`)).json();
      for (const { id } of page.data as Json[]) ids.add(id);
      const { next } = page.pages as { next?: { starting_after: string } };
      after = `&starting_after=${encodeURIComponent(next?.starting_after ?? '')}`;
      expect(next === undefined).toBe(pages === 3);
    }
    expect(ids.size).toBe(310);
  });
});

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
    const body = (await client.get(`/conversations/${await longest(client)}`)).json();
    const parts = body.conversation_parts as { conversation_parts: Json[]; total_count: number };
    expect(parts.conversation_parts).toHaveLength(500);
    expect(isRight(parts.total_count)).toBe(true);
    expect(parts.conversation_parts.at(-1)?.created_at).toBe(body.updated_at);
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

describe('activity logs', () => {
  it('come newest first, between two times, and of the types asked for', async () => {
    const { get, post } = await start();
    const all = (await get('/admins/activity_logs?created_at_after=0&per_page=250')).json();
    expect(all.pages).toMatchObject({ page: 1, per_page: 250, total_pages: 2 });
    const logs = all.activity_logs as Json[];
    const times = logs.map((log) => Number(log.created_at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const type = logs[0]?.activity_type;
    const found = await post('/admins/activity_logs/search', {
      created_at_after: times[249],
      event_types: [type],
      per_page: 250,
    });
    expect(found.json().activity_logs).toEqual(logs.filter((log) => log.activity_type === type));
    expect((await get('/admins/activity_logs')).status).toBe(400);
    expect((await get('/admins/activity_logs?created_at_after=0&per_page=251')).status).toBe(400);
  });
});

describe('small lists', () => {
  it('count members of segments only when asked', async () => {
    const { get } = await start();
    expect((await get('/segments')).text).not.toContain('"count"');
    expect((await get('/segments?include_count=true')).text).toContain('"count"');
  });

  it('refuse attributes of conversations by their old name', async () => {
    const { get } = await start();
    const refused = await get('/data_attributes?model=conversation');
    expect([refused.status, codes(refused.json())]).toEqual([422, ['parameter_invalid']]);
    for (const model of ['contact', 'company']) {
      const data = (await get(`/data_attributes?model=${model}`)).json().data as Json[];
      expect(new Set(data.map((attribute) => attribute.model))).toEqual(new Set([model]));
    }
  });
});
