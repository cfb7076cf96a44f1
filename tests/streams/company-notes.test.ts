/** Notes of companies in each shape that a company can have them in: which are asked for, and which rows come. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { rowsOf, runConnector } from '../harness/connector.ts';

const at = 1_780_000_000;
const note = (id: string) => ({ type: 'note', id, body: `<p>${id}</p>` });

/** The notes that a company shows, and the ids of its notes. */
interface Case {
  readonly notes?: object | null;
  readonly ids: readonly string[];
  readonly asked: boolean;
}

const list = (data: readonly object[], total_count: number, has_more = false) => ({
  type: 'note.list',
  data,
  total_count,
  has_more,
  url: '/companies/k/notes',
});

const live: Readonly<Record<string, Case>> = {
  none: { notes: list([], 0), ids: [], asked: false },
  whole: { notes: list([note('1'), note('2')], 2), ids: ['1', '2'], asked: false },
  cut: { notes: list([note('3')], 2, true), ids: ['3', '4'], asked: true },
  counted: { notes: list([], 1), ids: ['5'], asked: true },
  short: { notes: list([note('6')], 2), ids: ['6', '7'], asked: true },
  references: { notes: list([{ type: 'note', id: '8' }], 1), ids: ['8'], asked: true },
  absent: { ids: ['9'], asked: true },
  nothing: { notes: null, ids: ['10'], asked: true },
};
const documented: Readonly<Record<string, Case>> = {
  whole: { notes: { type: 'note.list', notes: [note('1')] }, ids: ['1'], asked: false },
  none: { notes: { type: 'note.list', notes: [] }, ids: [], asked: false },
};
const empty: Readonly<Record<string, Case>> = {
  one: { notes: { type: 'note.list', notes: [] }, ids: ['1'], asked: true },
  other: { notes: { type: 'note.list', notes: [] }, ids: [], asked: true },
};

let close: (() => void) | undefined;

afterEach(() => close?.());

/** Serves these companies, and says which of them were asked for their notes. */
async function serve(companies: Readonly<Record<string, Case>>) {
  const asked: string[] = [];
  function answer({ pathname, searchParams }: URL): object {
    const [, kind, id = '', what] = pathname.split('/');
    if (kind === 'companies' && what === 'notes') {
      asked.push(id);
      return { type: 'list', data: companies[id]?.ids.map(note), pages: { page: 1, total_pages: 1, next: null } };
    }
    if (kind === 'contacts') return { data: [], total_count: 0, pages: {} };
    if (id !== 'scroll') return { type: 'admin', id: 'a1' };
    const data = Object.entries(companies).map(([key, { notes }]) => ({
      type: 'company',
      id: key,
      created_at: at - 9000,
      updated_at: at - 8000,
      ...(notes === undefined ? {} : { notes }),
    }));
    return { type: 'list', data: searchParams.has('scroll_param') ? [] : data, scroll_param: 'on' };
  }
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', Date: new Date(at * 1000).toUTCString() });
    response.end(JSON.stringify(answer(new URL(request.url ?? '/', 'http://here'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it.each([
  ['as answers have them', live],
  ['as the documentation has them', documented],
  ['left empty in every company', empty],
])('notes %s: only those that are not shown are asked for', async (_, companies) => {
  const { asked, baseUrl } = await serve(companies);
  const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
  const catalog = { streams: [{ stream: { name: 'notes' }, sync_mode: 'full_refresh' }] };
  const output = await runConnector('read', { config, catalog }, { baseUrl });
  const cases = Object.entries(companies);
  expect(output.exitCode).toBe(0);
  expect(asked.toSorted()).toEqual(cases.flatMap(([id, one]) => (one.asked ? [id] : [])).toSorted());
  const rows = rowsOf(output, 'notes').map(({ id, company_id, body }) => ({ id, company_id, body }));
  const wanted = cases.flatMap(([company_id, { ids }]) => ids.map((id) => ({ id, company_id, body: `<p>${id}</p>` })));
  expect(rows).toHaveLength(wanted.length);
  expect(rows).toEqual(expect.arrayContaining(wanted));
});

it('the columns become streams in either shape', async () => {
  const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z', expand: ['companies.notes'] };
  const catalog = { streams: [{ stream: { name: 'companies__notes' }, sync_mode: 'full_refresh' }] };
  for (const [companies, ids] of [
    [live, ['1', '2', '3', '6', '8']],
    [documented, ['1']],
  ] as const) {
    const { baseUrl } = await serve(companies);
    const output = await runConnector('read', { config, catalog }, { baseUrl });
    expect(rowsOf(output, 'companies__notes').map(({ id }) => id)).toEqual(ids);
    close?.();
  }
});
