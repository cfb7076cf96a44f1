import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from './test-client.ts';

describe('the scroll over companies', () => {
  const scroll = (param?: unknown) => `/companies/scroll${param === undefined ? '' : `?scroll_param=${param}`}`;

  it('shows every company once, 100 a page, and ends with an empty page', async () => {
    const { get } = await start({ companies: 250 });
    const sizes: number[] = [];
    const ids = new Set<unknown>();
    let param: unknown;
    do {
      const page = (await get(scroll(param))).json();
      expect(page).toMatchObject({
        type: 'list',
        pages: null,
        total_count: null,
        scroll_param: param ?? expect.any(String),
      });
      param = page.scroll_param;
      const data = page.data as Json[];
      for (const { id } of data) ids.add(id);
      sizes.push(data.length);
    } while (sizes.at(-1) !== 0);
    expect([sizes, ids.size]).toEqual([[100, 100, 50, 0], 250]);
    expect((await get(scroll(param))).status).toBe(404);
    expect((await get(scroll())).status).toBe(200);
  });

  it('is the only one, until it has been idle for a minute', async () => {
    const { get, post } = await start();
    const param = (await get(scroll())).json().scroll_param;
    const second = await get(scroll());
    expect([second.status, codes(second.json())]).toEqual([400, ['scroll_exists']]);
    await post('/__sandbox/mutate', { advance: 61 });
    const expired = await get(scroll(param));
    expect([expired.status, codes(expired.json())]).toEqual([404, ['not_found']]);
    expect(expired.text).toContain('scroll parameter not found');
    expect((await get(scroll())).status).toBe(200);
  });

  it('lives on as long as it is used', async () => {
    const { get, post } = await start({ companies: 250 });
    const param = (await get(scroll())).json().scroll_param;
    for (let i = 0; i < 2; i++) {
      await post('/__sandbox/mutate', { advance: 50 });
      expect((await get(scroll(param))).status).toBe(200);
    }
  });

  it('shows no company made after it began', async () => {
    const { get, post } = await start({ companies: 150 });
    const param = (await get(scroll())).json().scroll_param;
    await post('/__sandbox/mutate', { advance: 1, operations: [{ op: 'create', kind: 'companies' }] });
    expect(((await get(scroll(param))).json().data as Json[]).length).toBe(50);
  });
});
