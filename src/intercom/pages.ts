/** Lists that come in numbered pages. */
import type { Call } from './call.ts';
import type { Caller, Client } from './client.ts';
import { recordsOf } from './records.ts';

/** The page number goes into the query of a GET and into the body of a POST. `keys`: where records may be, first match. */
export interface PagedRequest {
  readonly call: Call;
  readonly keys: readonly string[];
  readonly perPage: number;
}

/**
 * Yields page after page. `pages.next` is only a hint in Intercom's API, and may name another host: the page number
 * is counted here, up to `total_pages`, and an empty page ends the list.
 */
export async function* numberedPages<T>(
  client: Client,
  caller: Caller,
  { call, keys, perPage }: PagedRequest,
): AsyncGenerator<readonly T[]> {
  for (let page = 1; ; page += 1) {
    const numbers = { page, per_page: perPage };
    const body = await client.ask(
      caller,
      call.method === 'GET'
        ? { ...call, query: { ...call.query, ...numbers } }
        : { ...call, body: { ...call.body, ...numbers } },
    );
    const items = recordsOf<T>(body, keys, call, caller);
    if (items.length > 0) yield items;
    const pages = body.pages as { total_pages?: unknown; next?: unknown } | null | undefined;
    const total = typeof pages?.total_pages === 'number' ? pages.total_pages : undefined;
    if (items.length === 0 || (total === undefined ? !pages?.next : page >= total)) return;
  }
}
