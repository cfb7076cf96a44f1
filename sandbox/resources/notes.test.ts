import { describe, expect, it } from 'vitest';
import { type Client, codes, type Json, start } from '../test-client.ts';

/** The id of the contact or company that has most notes, and how many. */
async function richest({ truth }: Client, parent: 'contact_id' | 'company_id') {
  const counts = new Map<unknown, number>();
  for (const { body } of await truth('notes')) {
    if (body[parent]) counts.set(body[parent], (counts.get(body[parent]) ?? 0) + 1);
  }
  const [[id, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return { id: String(id), count };
}

describe('notes', () => {
  it('of a contact come by pages, the latest first, and ten of them inside the contact', async () => {
    const client = await start();
    const { id, count } = await richest(client, 'contact_id');
    expect(count).toBeGreaterThan(60);
    const first = (await client.get(`/contacts/${id}/notes`)).json();
    expect(first).toMatchObject({ type: 'list', total_count: count, pages: { page: 1, per_page: 50 } });
    const second = (await client.get(`/contacts/${id}/notes?page=2`)).json();
    const notes = [...(first.data as Json[]), ...(second.data as Json[])];
    const times = notes.map((note) => Number(note.created_at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(times).size).toBeGreaterThan(10);
    for (const note of notes)
      expect(note).toMatchObject({ contact: { type: 'contact', id }, author: { type: 'admin' } });
    const nested = (await client.get(`/contacts/${id}`)).json().notes;
    expect(nested).toMatchObject({ total_count: count, has_more: true });
    expect(((nested as Json).data as Json[]).map((note) => note.type)).toEqual(Array(10).fill('note'));
    expect((await client.get(`/contacts/${id}/notes?per_page=61`)).status).toBe(400);
  });

  it('of a company stand in its body, or only at their own address', async () => {
    const full = await start();
    const { id, count } = await richest(full, 'company_id');
    const listed = (await full.get(`/companies/${id}/notes`)).json();
    expect(listed.total_count).toBe(count);
    const url = `/companies/${id}/notes`;
    const inside = (await full.get(`/companies/${id}`)).json().notes as { data: Json[] };
    expect(inside.data.toReversed()).toEqual(listed.data);
    expect(inside).toMatchObject({ type: 'note.list', url, total_count: count, has_more: false });
    const documented = await start({ shapes: 'documented' });
    const asInTheFile = (await documented.get(`/companies/${id}`)).json().notes as { notes: Json[] };
    expect(asInTheFile.notes).toEqual(inside.data);
    const absent = await start({ companyNotes: 'absent' });
    expect((await absent.get(`/companies/${id}`)).json()).not.toHaveProperty('notes');
    const empty = await start({ companyLists: 'empty' });
    expect((await empty.get(`/companies/${id}`)).json().notes).toMatchObject({
      data: [],
      total_count: count,
      has_more: true,
    });
    expect((await empty.get(`/companies/${id}/notes`)).json()).toMatchObject({ total_count: count });
    expect(codes((await full.get('/companies/none/notes')).json())).toEqual(['company_not_found']);
    const old = await full.call('GET', `/companies/${id}/notes`, undefined, { 'intercom-version': '2.14' });
    expect(codes(old.json())).toEqual(['intercom_version_invalid']);
  });

  it('are found by id as long as their contact or company exists', async () => {
    const { get, post, truth } = await start();
    const rows = await truth('notes');
    const about = (name: string) => rows.find(({ body }) => body[name] !== null)?.body ?? {};
    // The row of the truth names the contact or company; the note itself does not.
    const asShown = ({ contact_id: _, company_id: __, parent_updated_at: ___, ...note }: Json) => note;
    const { contact_id } = about('contact_id');
    const [note, other] = [asShown(about('contact_id')), asShown(about('company_id'))];
    expect((await get(`/notes/${note.id}`)).json()).toEqual(note);
    expect((await get(`/notes/${other.id}`)).json()).toEqual(other);
    await post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'contacts', id: contact_id }] });
    for (const id of [note.id, '1', 'none']) {
      const missing = await get(`/notes/${id}`);
      expect([missing.status, codes(missing.json())]).toEqual([404, ['not_found']]);
    }
  });

  it.each([true, false])('that are added move updated_at: %s', async (notesTouch) => {
    const { get, post, truth } = await start({ notesTouch });
    for (const kind of ['contacts', 'companies']) {
      const [row] = await truth(kind);
      const path = `/${kind}/${row?.key.id}`;
      const before = (await get(`${path}/notes`)).json().data as Json[];
      const operations = [{ op: 'note', kind, id: row?.key.id }];
      const { now } = (await post('/__sandbox/mutate', { operations, spread: 0 })).json();
      const [added, ...others] = (await get(`${path}/notes`)).json().data as Json[];
      expect(others).toEqual(before);
      expect(added?.created_at).toBe(now);
      expect((await get(path)).text).toContain(`"id":"${added?.id}"`);
      expect((await get(path)).json().updated_at !== row?.updated_at).toBe(notesTouch);
    }
  });
});
