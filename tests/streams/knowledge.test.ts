/** The knowledge of Fin beyond the rules of every stream: macros that changed, articles without times, uploaded files. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { lastStates, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { idsOf } from '../harness/sync.ts';
import { mutate } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 1, contacts: 1, conversations: 1, tickets: 1, macros: 200 });
});

afterAll(() => sandbox.close());

const stateOf = (output: Awaited<ReturnType<typeof readHere>>) => lastStates(output)[0]?.stream.stream_state;

it('asks for the macros that changed since the last sync, and emits each change once', async () => {
  const api = await startAlteredApi(sandbox.url, (_, passOn) => passOn());
  try {
    const first = await readHere('macros', { baseUrl: api.url });
    expect(rowsOf(first, 'macros')).toHaveLength(200);
    expect(api.asked.filter(({ url }) => url.startsWith('/macros')).map(({ url }) => url)).toEqual([
      '/macros?per_page=150',
      expect.stringMatching(/^\/macros\?per_page=150&starting_after=/),
    ]);
    const ids = idsOf(rowsOf(first, 'macros')).slice(3, 6);
    await mutate(sandbox.url, { operations: ids.map((id) => ({ op: 'update', kind: 'macros', id })), advance: 3600 });
    const second = await readHere('macros', { baseUrl: api.url, state: stateOf(first) });
    expect(idsOf(rowsOf(second, 'macros'))).toEqual(ids);
    const since = Number(new URL(api.asked.at(-1)?.url ?? '', api.url).searchParams.get('updated_since'));
    expect(since).toBe(Number(stateOf(first)?.updated_at) - 15 * 60 - 1);
    expect(rowsOf(await readHere('macros', { baseUrl: api.url, state: stateOf(second) }), 'macros')).toEqual([]);
  } finally {
    await api.close();
  }
});

it('emits internal articles without times in every sync, and notes nothing about them', async () => {
  const data = ['39', '40'].map((id) => ({ id, title: 'Refunds', body: 'Ask first.', owner_id: 1, locale: 'en' }));
  const pages = { type: 'pages', page: 1, per_page: 25, total_pages: 1 };
  const api = await startAlteredApi(sandbox.url, async ({ url }, passOn) => {
    const reply = await passOn();
    if (!url.startsWith('/internal_articles')) return reply;
    return { ...reply, body: JSON.stringify({ type: 'list', pages, total_count: 2, data }) };
  });
  try {
    const first = await readHere('internal_articles', { baseUrl: api.url });
    const second = await readHere('internal_articles', { baseUrl: api.url, state: stateOf(first) });
    for (const output of [first, second]) {
      expect(output.exitCode).toBe(0);
      expect(idsOf(rowsOf(output, 'internal_articles'))).toEqual(['39', '40']);
    }
  } finally {
    await api.close();
  }
});

it('reads uploaded files, although Intercom leaves them out unless they are asked for', async () => {
  const rows = rowsOf(await readHere('content_items', { baseUrl: sandbox.url }), 'content_items');
  expect(rows.filter(({ type }) => type === 'file_source_content')).toHaveLength(10);
  expect(rows.filter(({ id }) => id === '008')).toHaveLength(5);
});
