/** Articles under each reading of what Intercom leaves open, and lists that hang on the records of another list. */
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, type Row, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf } from '../harness/sync.ts';
import { statsOf } from '../harness/truth.ts';

const few = { companies: 1, contacts: 1, conversations: 0, tickets: 0 };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

afterEach(() => sandbox.close());

const start = async (options: Parameters<typeof startSandbox>[0] = {}) => {
  sandbox = await startSandbox({ ...few, ...options });
};

const read = (name: string, state?: Row) => readHere(name, { baseUrl: sandbox.url, state });

async function fail(faults: readonly object[]): Promise<void> {
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

const existing = (stream: string) => bodiesOf(sandbox.url, stream);
const stateOf = ({ messages }: Output) => messages.findLast(({ state }) => state)?.state?.stream.stream_state;
const notesOf = ({ messages }: Output) =>
  messages.flatMap(({ log }) => log?.message.match(/articles: (\d+) counted by GET \/articles\/search/)?.[1] ?? []);

describe('the list of articles', () => {
  it('comes whole in pages, drafts included, and nothing is missing', async () => {
    await start({ articles: 520 });
    const output = await read('articles');
    expect(rowsOf(output, 'articles')).toHaveLength(520);
    expect(notesOf(output)).toEqual([]);
    expect((await statsOf(sandbox.url)).byEndpoint).toMatchObject({ 'GET /articles': 3, 'GET /articles/search': 1 });
  });

  it('says how many articles exist that it does not show', async () => {
    await start({ articleList: 'published' });
    const all = await existing('articles');
    const drafts = all.filter(({ state }) => state === 'draft').length;
    const output = await read('articles');
    expect(drafts).toBeGreaterThan(0);
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'articles')).toHaveLength(all.length - drafts);
    expect(notesOf(output)).toEqual([String(drafts)]);
  });

  it.each([400, 403, 404])('comes also where the search that counts articles answers %i', async (status) => {
    await start();
    await fail([{ path: '/articles/search', status, times: 100 }]);
    const output = await read('articles');
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'articles')).toHaveLength(40);
  });
});

it.each(['live', 'documented'] as const)('statistics are as Intercom gives them in the %s shape', async (shapes) => {
  await start({ shapes });
  const output = await read('article_statistics');
  const rows = rowsOf(output, 'article_statistics');
  const truth = await existing('article_statistics');
  expect(rows).toHaveLength(truth.length);
  expect(rows).toEqual(expect.arrayContaining([...truth]));
  expect(rows.every((row) => (shapes === 'live' ? 'conversations' : 'conversions') in row)).toBe(true);
  const again = await read('article_statistics', stateOf(output));
  expect(rowsOf(again, 'article_statistics')).toHaveLength(rows.length);
});

it('asks for the drafts of those articles only that may have one', async () => {
  await start();
  const output = await read('article_drafts');
  const drafts = await existing('article_drafts');
  expect(idsOf(rowsOf(output, 'article_drafts'))).toEqual(idsOf(drafts));
  // In some, only the text of another language has a draft.
  const articles = new Map((await existing('articles')).map((body) => [body.id, body]));
  expect(drafts.some(({ id }) => articles.get(id)?.has_unpublished_changes === false)).toBe(true);
  const { byEndpoint } = await statsOf(sandbox.url);
  expect(byEndpoint['GET /articles/{id}/draft']).toBe(drafts.length);
});

describe('a list below another one', () => {
  it('is asked for again where it did not come, though its parent stayed the same', async () => {
    await start();
    const [article] = await existing('articles');
    await fail([{ path: `/articles/${article?.id}/versions`, status: 404, times: 1 }]);
    const first = await read('article_versions');
    const all = idsOf(await existing('article_versions'));
    const came = idsOf(rowsOf(first, 'article_versions'));
    expect(first.exitCode).toBe(0);
    expect(came.length).toBeLessThan(all.length);
    await statsOf(sandbox.url, true);
    const second = await read('article_versions', stateOf(first));
    expect([...came, ...idsOf(rowsOf(second, 'article_versions'))].toSorted()).toEqual(all);
    expect((await statsOf(sandbox.url)).byEndpoint['GET /articles/{id}/versions']).toBe(1);
  });

  it('is asked for every time where its parents are read whole, and one that is gone hides no other', async () => {
    await start();
    await fail([{ path: '/help_center/help_centers/71/redirects', status: 404, times: 1 }]);
    const first = await read('help_center_redirects');
    expect(first.exitCode).toBe(0);
    const all = idsOf(await existing('help_center_redirects'));
    expect(idsOf(rowsOf(first, 'help_center_redirects'))).toEqual(all);
    const second = await read('help_center_redirects', stateOf(first));
    expect(idsOf(rowsOf(second, 'help_center_redirects'))).toEqual(all);
  });
});
