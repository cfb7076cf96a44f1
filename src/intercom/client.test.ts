import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { ConfigError, endsSync, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Caller, type Client, createClient } from './client.ts';
import { UnexpectedAnswer } from './errors.ts';
import { createRateLimiter } from './rate-limit.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

const error = (code: string, message: string) => ({ type: 'error.list', errors: [{ code, message }] });

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A client of a server that gives these answers one after the other, the last one for ever. */
async function clientOf(answers: readonly Answer[], options: { timeoutMs?: number; callsAtOnce?: number } = {}) {
  const requests: IncomingMessage[] = [];
  const port = await listen(
    createServer((request, response) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      answer?.(request, response);
    }),
  );
  const baseUrl = `http://127.0.0.1:${port}`;
  const limiter = createRateLimiter({ share: 0.9, sleep: async () => undefined, now: clockThatRuns() });
  const client = createClient({ baseUrl, token: 'secret-token', limiter, retries: 3, firstWaitMs: 1, ...options });
  closers.push(() => client.close());
  return { client, requests, port };
}

/** Each look at it finds it a second later, so that a limiter on it never really waits. */
function clockThatRuns(): () => number {
  let ms = 0;
  return () => {
    ms += 1000;
    return ms;
  };
}

const silent = () => undefined;
const caller: Caller = { called: silent, waits: silent, log: silent, note: silent };
const ask = (client: Client) => client.ask(caller, { method: 'GET', path: '/tags' });

describe('the client', () => {
  it('sends the token, the version and what it accepts, and keeps the connection', async () => {
    const { client, requests } = await clientOf([json(200, { data: [] })]);
    await ask(client);
    await ask(client);
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer secret-token',
      'intercom-version': '2.16',
      accept: 'application/json',
      'accept-encoding': expect.stringContaining('gzip'),
    });
    expect(requests[1]?.socket).toBe(requests[0]?.socket);
  });

  const passing: readonly (readonly [string, Answer])[] = [
    ['500', json(500, error('server_error', 'oops'))],
    ['503 without a body', (_, response) => response.writeHead(503).end()],
    ['408', json(408, error('request_timeout', 'slow'))],
    ['200 with HTML', (_, response) => response.end('<html>maintenance</html>')],
    ['200 with nothing', (_, response) => response.end()],
    ['200 with null', json(200, null)],
    ['200 cut in the middle', (_, response) => response.end('{"data": [1, 2')],
    ['a reset connection', (request) => request.socket.destroy()],
    ['429', json(429, error('rate_limit_exceeded', 'Exceeded rate limit'))],
  ];

  it.each(passing)('asks again after %s', async (_, answer) => {
    const { client, requests } = await clientOf([answer, json(200, { data: ['it'] })]);
    expect(await ask(client)).toEqual({ data: ['it'] });
    expect(requests).toHaveLength(2);
  });

  it('gives up after its retries, with a TransientError that names the call', async () => {
    const { client, requests } = await clientOf([json(502, '')]);
    await expect(ask(client)).rejects.toThrow(TransientError);
    expect(requests).toHaveLength(4);
    await expect(ask(client)).rejects.toThrow('GET /tags with 502');
  });

  it('does not count a 429 as a failed attempt', async () => {
    const busy = json(429, error('rate_limit_exceeded', 'Exceeded rate limit'), { 'Retry-After': '0' });
    const { client, requests } = await clientOf([...Array.from({ length: 9 }, () => busy), json(200, {})]);
    expect(await ask(client)).toEqual({});
    expect(requests).toHaveLength(10);
  });

  it('names the call that got no answer, and shows nothing of its query', async () => {
    const { client } = await clientOf([(request) => request.socket.destroy()]);
    const query = { email: 'ada@example.org' };
    const thrown = await client
      .ask(caller, { method: 'GET', path: '/contacts', query })
      .catch((reason: unknown) => reason);
    expect(inspect(thrown)).toContain('GET /contacts (ECONNRESET)');
    expect(inspect(thrown)).not.toContain('ada');
  });

  it('gives up on an answer that takes too long', async () => {
    const { client } = await clientOf([(_, response) => response.writeHead(200).write('{')], { timeoutMs: 50 });
    await expect(ask(client)).rejects.toThrow('it took too long');
  });

  it('believes a 401 only when it comes twice, and then ends everything', async () => {
    const refusal = json(401, error('unauthorized', 'Access Token Invalid'));
    const once = await clientOf([refusal, json(200, { fine: true })]);
    expect(await ask(once.client)).toEqual({ fine: true });
    const twice = await clientOf([refusal]);
    const thrown = await ask(twice.client).catch((reason: unknown) => reason);
    expect(endsSync(thrown)).toBe(true);
    expect(String(thrown)).toContain('access_token');
    expect(String(thrown)).not.toContain('secret-token');
    expect(twice.requests).toHaveLength(2);
  });

  it('sorts what cannot be retried by what happens next', async () => {
    const forbidden = await clientOf([json(403, error('forbidden', 'You do not have the required scope (read_tags)'))]);
    await expect(ask(forbidden.client)).rejects.toThrow(ConfigError);
    await expect(ask(forbidden.client)).rejects.toThrow('read_tags');
    const gone = await clientOf([(_, response) => response.writeHead(404).end('<html>nginx</html>')]);
    await expect(ask(gone.client)).rejects.toThrow(SkippedError);
    const strange = await clientOf([json(418, { errors: null })]);
    await expect(ask(strange.client)).rejects.toThrow(UnexpectedAnswer);
    expect(strange.requests).toHaveLength(1);
  });

  it('never follows a redirect, so that no other host sees the token', async () => {
    const { client, requests } = await clientOf([
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end(),
    ]);
    await expect(ask(client)).rejects.toThrow('302');
    expect(requests).toHaveLength(1);
  });

  it('keeps no more calls under way at the same time than it is told', async () => {
    let underWay = 0;
    let most = 0;
    const slow: Answer = (request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        json(200, {})(request, response);
      }, 5);
    };
    const { client } = await clientOf([slow], { callsAtOnce: 3 });
    await Promise.all(Array.from({ length: 12 }, () => ask(client)));
    expect(most).toBe(3);
  });

  it('knows the time of Intercom from the Date header, not from this machine', async () => {
    const { client, requests } = await clientOf([json(200, {}, { Date: 'Wed, 01 Jan 2020 00:00:00 GMT' })]);
    expect(await client.serverTime(caller)).toBe(1_577_836_800);
    expect(await client.serverTime(caller)).toBe(1_577_836_800);
    expect(requests.map(({ url }) => url)).toEqual(['/me']);
  });

  it('goes through the proxy that the environment names, and around it where NO_PROXY says so', async () => {
    const { port } = await clientOf([json(200, { through: 'proxy' })]);
    let tunnels = 0;
    const proxy = createServer();
    proxy.on('connect', (_, socket) => {
      tunnels += 1;
      const target = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
    });
    const proxyPort = await listen(proxy);
    const through = async (noProxy: string) => {
      vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxyPort}`);
      vi.stubEnv('NO_PROXY', noProxy);
      const baseUrl = `http://127.0.0.1:${port}`;
      const client = createClient({ baseUrl, token: 't', limiter: createRateLimiter({ share: 1 }) });
      vi.unstubAllEnvs();
      closers.push(() => client.close());
      return ask(client);
    };
    expect(await through('')).toEqual({ through: 'proxy' });
    expect(tunnels).toBe(1);
    expect(await through('127.0.0.1')).toEqual({ through: 'proxy' });
    expect(tunnels).toBe(1);
  });
});
