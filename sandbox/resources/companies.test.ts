import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from '../test-client.ts';

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

  it('that are deleted are gone from lists, from their contacts and by id', async () => {
    const { post, get, truth } = await start();
    const [listed = {}] = (await post('/companies/list', {})).json().data as Json[];
    const total = async () => Number((await post('/companies/list', {})).json().total_count);
    const members = async () => (await truth('contact_companies')).filter(({ key }) => key.company_id === listed.id);
    const before = await total();
    const [member] = await members();
    expect(member).toBeDefined();
    await post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'companies', id: listed.id }] });
    expect(await total()).toBe(before - 1);
    expect(await members()).toEqual([]);
    expect((await get(`/contacts/${member?.key.contact_id}`)).text).not.toContain(String(listed.id));
    expect((await get(`/companies/${listed.id}/contacts`)).status).toBe(404);
  });

  it('list contacts that joined since', async () => {
    const { post, get, truth } = await start({ companies: 1 });
    const [company] = await truth('companies');
    const count = async () => Number((await get(`/companies/${company?.key.id}/contacts`)).json().total_count);
    const before = await count();
    const operations = Array.from({ length: 20 }, () => ({ op: 'create', kind: 'contacts' }));
    await post('/__sandbox/mutate', { operations });
    expect(await count()).toBeGreaterThan(before);
  });
});
