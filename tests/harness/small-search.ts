/** A server that only searches: it returns records in the order in which they are given. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Found {
  readonly id: string;
  readonly created_at?: number | null;
  readonly updated_at?: number | null;
}

interface Query {
  readonly field?: keyof Found;
  readonly operator: string;
  readonly value: unknown;
}

export interface Search {
  /** Of this kind: contacts, conversations or tickets. */
  readonly kind: string;
  readonly records: readonly Found[];
  /** Whether the records are sorted as asked. Default: true. */
  readonly sorts?: boolean;
  /** Added to every count. Default: 0. */
  readonly ghosts?: number;
  /** How many milliseconds the next answer takes. Default: none. */
  readonly delayMs?: () => number;
  /** The answer to another call, by its path with its query. Default: an object that only names its type. */
  readonly other?: (url: string) => object | undefined;
  /** Spoils an answer, given the offset of the page. */
  readonly spoil?: (
    offset: number,
    body: Record<string, unknown>,
  ) => { readonly status?: number; readonly body: object };
}

/** Serves one search until `close`. Every time stands at noon of a fixed day, `now` in epoch seconds. */
export async function startSearch({ kind, records, sorts = true, ghosts = 0, delayMs, other, spoil }: Search) {
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const answered =
      request.url === `/${kind}/search`
        ? found(await bodyOf(request))
        : { body: other?.(request.url ?? '/') ?? { type: 'admin' } };
    if (delayMs) await setTimeout(delayMs());
    response.writeHead(answered.status ?? 200, {
      'Content-Type': 'application/json',
      Date: new Date(now * 1000).toUTCString(),
      'X-RateLimit-Limit': '100000',
      'X-RateLimit-Remaining': '99999',
      'X-RateLimit-Reset': String(now + 10),
    });
    response.end(JSON.stringify(answered.body));
  });

  function found({ query, pagination = {}, sort }: Asked): { readonly status?: number; readonly body: object } {
    const perPage = pagination.per_page ?? 20;
    const offset = Number(String(pagination.starting_after ?? 0).replace('c', ''));
    const matches = records.filter((record) => passes(record, query));
    if (sorts && sort) {
      const sign = sort.order === 'ascending' ? 1 : -1;
      matches.sort((a, b) => sign * (Number(a[sort.field] ?? 0) - Number(b[sort.field] ?? 0)));
    }
    const items = matches.slice(offset, offset + perPage);
    const end = offset + items.length;
    const pages = end < matches.length ? { next: { page: 2, starting_after: String(end) } } : {};
    const list = kind === 'contacts' ? 'data' : kind;
    const body = { type: 'list', [list]: items, total_count: matches.length + ghosts, pages };
    return spoil?.(offset, body) ?? { body };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Epoch seconds of the server's clock. */
export const now = 1_780_000_000;

interface Asked {
  readonly query: Query;
  readonly pagination?: { readonly per_page?: number; readonly starting_after?: string };
  readonly sort?: { readonly field: 'created_at' | 'updated_at'; readonly order: string };
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Asked;
}

/** A record without a time passes every filter by that time. */
function passes(record: Found, { field, operator, value }: Query): boolean {
  if (field === undefined) {
    const inner = (value as readonly Query[]).map((query) => passes(record, query));
    return operator === 'AND' ? inner.every(Boolean) : inner.some(Boolean);
  }
  const own = record[field];
  if (own === null || own === undefined) return true;
  if (operator === 'NIN') return !(value as readonly unknown[]).includes(own);
  if (operator === 'IN') return (value as readonly unknown[]).includes(own);
  if (operator === '=') return own === value;
  return operator === '>' ? Number(own) > Number(value) : Number(own) < Number(value);
}
