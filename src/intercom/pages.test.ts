/** Every form in which an answer says that there is more, and every way in which a list leads nowhere. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Caller, type Client, createClient } from './client.ts';
import { type ListRequest, listAll, listPages } from './pages.ts';
import { createRateLimiter } from './rate-limit.ts';

type Answer = (url: URL, body: Record<string, unknown>, ask: number) => object;

const closing: (() => unknown)[] = [];

afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

async function serve(answer: Answer): Promise<{ client: Client; asked: URL[] }> {
  const asked: URL[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
    const url = new URL(request.url ?? '', 'http://sandbox');
    asked.push(url);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer(url, body, asked.length)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({ baseUrl, token: 't', limiter: createRateLimiter({ share: 1 }), retries: 0 });
  closing.push(
    () => client.close(),
    () => server.close(),
  );
  return { client, asked };
}

const notes: [string, number][] = [];
const caller: Caller = {
  on(event) {
    if (event.type === 'note') notes.push([event.reason, event.count]);
  },
  log: () => undefined,
  signal: new AbortController().signal,
};

const call = { method: 'GET', path: '/things' } as const;
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: String(from + index) }));
const part = (from: number, size = 50, count = 120) => ids(from, Math.min(count, from + size));

async function read(answer: Answer, request: Partial<ListRequest> = {}) {
  notes.length = 0;
  const { client, asked } = await serve(answer);
  const records = await listAll<{ id: string }>(client, caller, { call, keys: ['data'], ...request });
  return { ids: records.map(({ id }) => id), asked };
}

const all = ids(0, 120).map(({ id }) => id);
const pageOf = (url: URL) => Number(url.searchParams.get('page') ?? 1);
const cursorOf = (url: URL) => Number(url.searchParams.get('starting_after') ?? 0);
const next = (from: number, form: unknown) => (from + 50 < 120 ? form : null);

describe('a list is followed', () => {
  it.each<[string, Answer]>([
    [
      'a page number',
      (url) => ({ data: part((pageOf(url) - 1) * 50), pages: { next: next((pageOf(url) - 1) * 50, pageOf(url) + 1) } }),
    ],
    [
      'an address',
      (url) => ({
        data: part((pageOf(url) - 1) * 50),
        pages: { next: next((pageOf(url) - 1) * 50, `https://elsewhere.example/things?page=${pageOf(url) + 1}`) },
      }),
    ],
    [
      'an object with starting_after and page',
      (url) => ({
        data: part(cursorOf(url)),
        pages: { next: next(cursorOf(url), { page: 2, starting_after: String(cursorOf(url) + 50) }) },
      }),
    ],
    [
      'a number as starting_after',
      (url) => ({
        data: part(cursorOf(url)),
        pages: { next: next(cursorOf(url), { starting_after: cursorOf(url) + 50 }) },
      }),
    ],
    [
      'an object with page',
      (url) => ({
        data: part((pageOf(url) - 1) * 50),
        pages: { next: next((pageOf(url) - 1) * 50, { page: pageOf(url) + 1 }) },
      }),
    ],
    [
      'an address with starting_after',
      (url) => ({
        data: part(cursorOf(url)),
        pages: { next: next(cursorOf(url), `/things?starting_after=${cursorOf(url) + 50}`) },
      }),
    ],
    [
      'next_cursor',
      (url) => ({
        data: part(Number(url.searchParams.get('cursor')?.slice(1) ?? 0)),
        next_cursor: next(
          Number(url.searchParams.get('cursor')?.slice(1) ?? 0),
          `c${Number(url.searchParams.get('cursor')?.slice(1) ?? 0) + 50}`,
        ),
      }),
    ],
    ['has_more', (url) => ({ data: part((pageOf(url) - 1) * 50), has_more: pageOf(url) < 3 })],
    ['total_pages', (url) => ({ data: part((pageOf(url) - 1) * 50), pages: { page: pageOf(url), total_pages: 3 } })],
    ['total_pages at the top', (url) => ({ data: part((pageOf(url) - 1) * 50), page: pageOf(url), total_pages: 3 })],
    ['total_count', (url) => ({ data: part((pageOf(url) - 1) * 50), total_count: 120 })],
  ])('by %s', async (_, answer) => {
    const { ids: came, asked } = await read(answer);
    expect(came).toEqual(all);
    expect(asked).toHaveLength(3);
  });

  it('with the parameters of the call, and no more than one answer where it says that this is all', async () => {
    const { asked } = await read(
      (url) => ({ data: part(0, 120), pages: { next: null, page: 1, total_pages: 1 }, total_count: 120, url }),
      {
        call: { ...call, query: { model: 'contact' } },
        perPage: 60,
      },
    );
    expect(asked.map(({ search }) => search)).toEqual(['?model=contact&per_page=60']);
  });

  it('in the body of a POST', async () => {
    const post = { method: 'POST', path: '/things', body: { since: 1 } } as const;
    const { ids: came } = await read(
      (_, body) => {
        const page = Number(body.page ?? 1);
        return { data: body.since === 1 ? part((page - 1) * 50) : [], pages: { page, total_pages: 3 } };
      },
      { call: post },
    );
    expect(came).toEqual(all);
  });
});

describe('a list ends', () => {
  it('where it says that there is no more, although it counts a few more', async () => {
    const { ids: came, asked } = await read(() => ({ data: part(0, 11), total_count: 14, has_more: false }));
    expect(came).toHaveLength(11);
    expect(asked).toHaveLength(1);
  });

  it('with a note where a second look finds no more either', async () => {
    const { ids: came } = await read((url) => ({ data: pageOf(url) === 1 ? part(0, 11) : [], total_count: 14 }));
    expect(came).toHaveLength(11);
    expect(notes).toEqual([[expect.stringContaining('GET /things'), 3]]);
  });

  it('with the rows of a last page that names itself as the next one', async () => {
    const { ids: came } = await read((url) => ({
      data: part(cursorOf(url)),
      total_count: 120,
      pages: { next: { starting_after: String(Math.min(100, cursorOf(url) + 50)) } },
    }));
    expect(came).toEqual(all);
  });

  it('with each record once, where pages shift', async () => {
    const { ids: came } = await read((url) => ({
      data: part(Math.max(0, (pageOf(url) - 1) * 50 - 7)),
      has_more: pageOf(url) < 3,
    }));
    expect(came).toEqual(all);
  });
});

describe('a list fails', () => {
  it.each([{ page: 'two' }, {}, true, [2], { starting_after: { id: 7 } }])(
    'where its next page is %j',
    async (form) => {
      await expect(read(() => ({ data: part(0), pages: { next: form } }))).rejects.toThrow(
        /GET \/things names its next page/,
      );
    },
  );

  it.each<[string, Answer]>([
    ['comes again and again', () => ({ data: part(0), has_more: true })],
    [
      'goes from A to B to A',
      (url) => ({
        data: part(cursorOf(url) * 3, 3),
        pages: { next: { starting_after: cursorOf(url) === 1 ? '2' : '1' } },
      }),
    ],
    ['is empty for ever', (_, __, ask) => ({ data: [], pages: { next: { starting_after: String(ask) } } })],
  ])('where a page %s', async (_, answer) => {
    const { client, asked } = await serve(answer);
    await expect(listAll(client, caller, { call, keys: ['data'] })).rejects.toThrow('returns nothing new');
    expect(asked.length).toBeLessThan(6);
  });

  it('where it counts many more than it brings', async () => {
    await expect(read((url) => ({ data: pageOf(url) === 1 ? part(0) : [], total_count: 120 }))).rejects.toThrow(
      'GET /things counts 120 and returned 50',
    );
  });

  it('after the rows that came before', async () => {
    const { client } = await serve((_, __, ask) =>
      ask === 1 ? { data: part(0), has_more: true } : { data: part(50), pages: { next: {} } },
    );
    const came: unknown[] = [];
    const reading = (async () => {
      for await (const page of listPages(client, caller, { call, keys: ['data'] })) came.push(...page);
    })();
    await expect(reading).rejects.toThrow();
    expect(came).toHaveLength(100);
  });
});
