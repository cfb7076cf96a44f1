import { expect, it } from 'vitest';
import { type Client, type Json, start } from '../test-client.ts';

async function counts({ truth, get }: Client) {
  const companies = (await truth('companies')).map(({ body }) => [body.id, body.user_count]);
  const segments = (await get('/segments?include_count=true')).json().segments as Json[];
  return { companies, segments: segments.map(({ id, count }) => [id, count]) };
}

/** The number of contacts that name each company, by its id. */
async function said({ truth, get, post }: Client) {
  const members = await truth('contact_companies');
  const companies = (await truth('companies')).map(({ key }) => [
    key.id,
    members.filter((member) => member.key.company_id === key.id).length,
  ]);
  const segments = (await get('/segments')).json().segments as Json[];
  const found = segments.map(async ({ id }) => {
    const query = { field: 'segment_id', operator: '=', value: id };
    return [id, (await post('/contacts/search', { query })).json().total_count];
  });
  return { companies, segments: await Promise.all(found) };
}

it('equals the number of contacts that name the group, before and after contacts are made and deleted', async () => {
  const client = await start({ companies: 40, contacts: 200 });
  const before = await counts(client);
  expect(before).toEqual(await said(client));
  expect(before.companies.filter(([, count]) => count === 0).length).toBeGreaterThan(0);
  expect(await counts(client)).toEqual(before);

  await client.post('/__sandbox/mutate', { count: 60, seed: 3, kinds: ['contacts'] });
  const after = await counts(client);
  expect(after).toEqual(await said(client));
  expect(after.companies).not.toEqual(before.companies);
  expect(after.segments).not.toEqual(before.segments);
});

it.each([true, false])('moves updated_at of a company whose contacts change: %s', async (membershipTouches) => {
  const { truth, post } = await start({ membershipTouches });
  const [member] = await truth('contact_companies');
  const read = async () => (await truth('companies')).find(({ key }) => key.id === member?.key.company_id);
  const before = await read();
  const operations = [{ op: 'delete', kind: 'contacts', id: member?.key.contact_id }];
  const report = (await post('/__sandbox/mutate', { operations })).json();
  const after = await read();
  expect(after?.body.user_count).toBe(Number(before?.body.user_count) - 1);
  expect(after?.updated_at !== before?.updated_at).toBe(membershipTouches);
  expect(JSON.stringify(report.changed).includes(String(member?.key.company_id))).toBe(membershipTouches);
});

it.each([true, false])(
  'takes a company without its last contact out of the list: touched %s',
  async (membershipTouches) => {
    const { truth, post } = await start({ companies: 30, contacts: 20, membershipTouches });
    const [member] = await truth('contact_companies');
    const id = member?.key.company_id;
    const contacts = (await truth('contact_companies')).filter(({ key }) => key.company_id === id);
    const listed = async () => ((await post('/companies/list?per_page=60', {})).json().data as Json[]).map((c) => c.id);
    expect(await listed()).toContain(id);
    const operations = contacts.map(({ key }) => ({ op: 'delete', kind: 'contacts', id: key.contact_id }));
    await post('/__sandbox/mutate', { operations });
    expect(await listed()).not.toContain(id);
  },
);

it('knows no segment that was deleted', async () => {
  const { truth, get, post } = await start();
  const id = (await truth('segments'))[0]?.key.id;
  const query = { field: 'segment_id', operator: '=', value: id };
  const found = async () => (await post('/contacts/search', { query })).json().data as Json[];
  const [contact] = await found();
  const segments = async () => (await get(`/contacts/${contact?.id}/segments`)).text;
  expect(await segments()).toContain(id);
  await post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'segments', id }] });
  expect(await segments()).not.toContain(id);
  expect(await found()).toEqual([]);
});
