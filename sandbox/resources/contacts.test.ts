import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from '../test-client.ts';

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

  it('show segments and subscriptions at their own addresses', async () => {
    const { truth, get } = await start();
    const contacts = await truth('contacts');
    const total = (list: string) => (row: { body: Json }) => Number((row.body[list] as Json).total_count) > 0;
    const subscribed = contacts.find(total('opted_in_subscription_types'))?.body ?? {};
    const types = (await get(`/contacts/${subscribed.id}/subscriptions`)).json().data as Json[];
    expect(types.map((type) => type.consent_type)).toContain('opt_in');
    const lists = await Promise.all(contacts.slice(0, 20).map(({ key }) => get(`/contacts/${key.id}/segments`)));
    const [segment] = lists.flatMap((list) => list.json().data as Json[]);
    expect((await get(`/segments/${segment?.id}`)).json()).toEqual(segment);
    expect(codes((await get('/contacts/none/tags')).json())).toEqual(['not_found']);
  });

  it.each(['email', 'external_id', 'id', 'role'])('are found by %s, one value or several', async (field) => {
    const { truth, post } = await start();
    const contacts = (await truth('contacts')).map(({ body }) => body);
    const values = [...new Set(contacts.slice(0, 3).map((contact) => contact[field]))];
    const count = async (operator: string, value: unknown) =>
      (await post('/contacts/search', { query: { field, operator, value } })).json().total_count;
    const having = (wanted: readonly unknown[]) => contacts.filter((contact) => wanted.includes(contact[field])).length;
    expect(await count('=', values[0])).toBe(having(values.slice(0, 1)));
    expect(await count('IN', values)).toBe(having(values));
    expect(await count('NIN', values)).toBe(contacts.length - having(values));
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

    // The address follows at most three merges.
    const [d, e] = (await truth('contacts')).map(({ key }) => String(key.id)).filter((id) => id !== c);
    await post('/__sandbox/mutate', { operations: [merge(c, d), merge(d, e)] });
    expect((await get(`/contacts/${a}`)).headers.get('link')).toBe(`</contacts/${d}>; rel="canonical"`);
    expect((await get(`/contacts/${b}`)).headers.get('link')).toBe(`</contacts/${e}>; rel="canonical"`);
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
