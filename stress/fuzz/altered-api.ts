/** A server in front of a sandbox that passes calls on, and changes or breaks the answers as a test says. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `hang`: no answer ever comes; `reset`: the connection breaks. */
export type Behaviour = Reply | 'hang' | 'reset';

export interface AlteredApi {
  readonly url: string;
  /** Everything that was asked so far. */
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

/** Each call is answered as `answer` says; `passOn` asks the server at `target`. */
export async function startAlteredApi(
  target: string,
  answer: (asked: Asked, passOn: () => Promise<Reply>) => Behaviour | Promise<Behaviour>,
): Promise<AlteredApi> {
  const asked: Asked[] = [];
  let closing = false;
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = { method, url, headers, body: Buffer.concat(chunks).toString() };
    asked.push(call);
    // A connector that stops leaves calls behind, and the server that they are passed on to may be gone by then.
    const behaviour = await Promise.resolve(answer(call, () => passOn(target, call))).catch((error: unknown) => {
      if (request.socket.destroyed || closing) return 'reset' as const;
      throw error;
    });
    if (behaviour === 'hang') return;
    if (behaviour === 'reset') return request.socket.destroy();
    response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const KEPT = [
  'date',
  'link',
  'content-type',
  ...['limit', 'remaining', 'reset'].map((name) => `x-ratelimit-${name}`),
] as const;

async function passOn(target: string, { method, url, headers, body }: Asked): Promise<Reply> {
  const response = await fetch(target + url, {
    method,
    headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
    ...(method === 'POST' ? { body } : {}),
  });
  const kept = KEPT.filter((name) => response.headers.has(name));
  return {
    status: response.status,
    headers: Object.fromEntries(kept.map((name) => [name, response.headers.get(name) ?? ''])),
    body: await response.text(),
  };
}
