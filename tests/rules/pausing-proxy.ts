/** Stands between the connector and a sandbox, so that something can happen right before one certain call. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** When the `page`-th page of a search in the order of `sort` is asked for, counted within one sync. */
export interface Moment {
  readonly kind: 'contacts' | 'conversations';
  readonly sort: 'created_at' | 'updated_at';
  readonly page: number;
}

export interface PausingProxy {
  /** The address that the connector uses for Intercom. */
  readonly url: string;
  /** Has something happen at a moment of the next sync; the call waits for it. */
  readonly at: (moment: Moment, act: () => Promise<void>) => void;
  /** Counts pages anew. */
  readonly reset: () => void;
  /** The moments that have not come. */
  readonly left: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Passes every call on to `target`. */
export async function openProxy(target: string): Promise<PausingProxy> {
  const awaited = new Map<string, () => Promise<void>>();
  const pages = new Map<string, number>();

  /** Searches that only count have no sort. */
  async function meet(search: string): Promise<void> {
    const page = (pages.get(search) ?? 0) + 1;
    pages.set(search, page);
    const moment = `${search} ${page}`;
    const act = awaited.get(moment);
    awaited.delete(moment);
    await act?.();
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method, url: path = '/', headers } = incoming;
    const body = await text(incoming);
    const sort = path.endsWith('/search') ? JSON.parse(body).sort?.field : undefined;
    if (typeof sort === 'string') await meet(`${path} ${sort}`);
    const onward = request(new URL(path, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    at: ({ kind, sort, page }, act) => awaited.set(`/${kind}/search ${sort} ${page}`, act),
    reset: () => pages.clear(),
    left: () => [...awaited.keys()],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
