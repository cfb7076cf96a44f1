import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from '../test-client.ts';

/** A workspace in which `count` contacts were merged into one user, one after the other. */
async function merged(count: number) {
  const client = await start();
  const rows = await client.truth('contacts');
  const target = rows.find(({ body }) => body.role === 'user')?.body ?? {};
  const sources = rows.map(({ body }) => body).filter(({ id }) => id !== target.id);
  const operations = sources.slice(0, count).map(({ id }) => ({ op: 'merge', kind: 'contacts', id, with: target.id }));
  await client.post('/__sandbox/mutate', { operations });
  return { ...client, target, sources: sources.slice(0, count), lead: rows.find(({ body }) => body.role === 'lead') };
}

describe('the merge history', () => {
  it('lists the merged contacts page by page, the latest first by default', async () => {
    const { get, target, sources } = await merged(5);
    const path = `/contacts/${target.id}/merge_history`;
    const entries: Json[] = [];
    let cursor = '';
    for (let pages = 1; pages <= 3; pages += 1) {
      const body = (await get(`${path}?per_page=2${cursor}`)).json();
      entries.push(...(body.data as Json[]));
      expect(body.has_more).toBe(pages < 3);
      expect('next_cursor' in body).toBe(pages < 3);
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(entries.map((entry) => [entry.source_contact_id, entry.source_contact_role])).toEqual(
      sources.toReversed().map(({ id, role }) => [id, role]),
    );
    expect(entries[0]).toMatchObject({ type: 'merge_history', merged_at: expect.any(Number) });
    const oldest = (await get(`${path}?order=asc`)).json();
    expect(oldest).toEqual({ type: 'list', data: entries.toReversed(), has_more: false });
    expect(codes((await get(`${path}?cursor=strange`)).json())).toEqual(['client_error']);
    expect((await get(`${path}?per_page=151`)).status).toBe(400);
  });

  it('belongs to users only, and stands in them on request', async () => {
    const { get, post, target, lead } = await merged(2);
    const history = (await get(`/contacts/${target.id}/merge_history`)).json().data;
    expect((await get(`/contacts/${lead?.key.id}/merge_history`)).status).toBe(404);
    expect((await get('/contacts/none/merge_history')).status).toBe(404);
    expect((await get(`/contacts/${target.id}`)).json()).not.toHaveProperty('merge_history');
    const ask = '?include_merge_history=true&per_page=150';
    expect((await get(`/contacts/${target.id}${ask}`)).json().merge_history).toEqual(history);
    const query = { field: 'id', operator: '=', value: target.id };
    const found = (await post(`/contacts/search${ask}`, { query })).json().data as Json[];
    expect(found.map(({ merge_history }) => merge_history)).toEqual([history]);
    const listed = (await get(`/contacts${ask}`)).json().data as Json[];
    for (const contact of listed) expect('merge_history' in contact).toBe(contact.role === 'user');
  });
});
