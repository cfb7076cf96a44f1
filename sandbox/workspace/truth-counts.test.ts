import { expect, it } from 'vitest';
import { type Json, start } from '../test-client.ts';

it('equals the counts of searches and lists, after changes too', async () => {
  const { truth, get, post } = await start({ contacts: 120, conversations: 150, tickets: 60 });
  await post('/__sandbox/mutate', { count: 150, seed: 4 });
  const total = async (path: string, field: string, value: unknown) => {
    const query = { field, operator: '=', value };
    return (await post(path, { query, pagination: { per_page: 1 } })).json().total_count;
  };
  const list = async (path: string, key: string) => (await get(path)).json()[key] as Json[];
  const segments = await list('/segments?include_count=true', 'segments');
  const ways: Record<string, (value: string) => unknown> = {
    'contact total': async () => (await get('/contacts')).json().total_count,
    'contact role': (value) => total('/contacts/search', 'role', value),
    'contact tag': (value) => total('/contacts/search', 'tag_id', value),
    'contact segment': (value) => segments.find(({ id }) => id === value)?.count,
    'company tag': async (value) => (await get(`/companies?tag_id=${value}`)).json().total_count,
    'company total': async () => (await get('/companies')).json().total_count,
    'tag total': async () => (await list('/tags', 'data')).length,
    'segment total': () => segments.length,
    'conversation total': async () => (await get('/conversations')).json().total_count,
    'conversation state': (value) => total('/conversations/search', 'state', value),
    'conversation assignment': () => total('/conversations/search', 'admin_assignee_id', 0),
    'conversation admin': (value) => total('/conversations/search', 'admin_assignee_id', value),
    'ticket total': async () => (await truth('tickets')).length,
    'ticket state': (value) => total('/tickets/search', 'state', value),
  };
  const rows = await truth('counts');
  const kinds = new Set(rows.map(({ key }) => `${key.object} ${key.breakdown}`));
  expect(kinds).toEqual(new Set(Object.keys(ways)));
  for (const { key, body } of rows) {
    const found = await ways[`${key.object} ${key.breakdown}`]?.(String(key.value));
    expect(body, JSON.stringify(key)).toEqual({ ...key, count: found });
  }
});
