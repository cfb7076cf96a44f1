import { createServer } from 'node:http';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { TransientError } from '@airbyte-ts/cdk-shim';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './client.ts';
import { createRateLimiter } from './rate-limit.ts';
import { type Answer, ask, caller, clientOf, closeAll, closers, error, json, listen } from './test-client.ts';

const GZIP = { 'Content-Encoding': 'gzip' };

afterEach(closeAll);

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
    [
      '200 whose connection breaks in the middle',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('{"data":', () => request.socket.destroy());
      },
    ],
    [
      '200 in chunks whose connection breaks',
      (request, response) => {
        response.writeHead(200).write('{"data":', () => request.socket.destroy());
      },
    ],
    ['200 whose compression is broken', (_, response) => response.writeHead(200, GZIP).end('this is no gzip')],
    [
      '200 whose compression is cut',
      (_, response) => response.writeHead(200, GZIP).end(gzipSync('{}').subarray(0, 12)),
    ],
    ['what is no HTTP', (request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
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

  it('lets a fault of its own through at once, and shows nothing of the query in it', async () => {
    const { client, requests } = await clientOf([json(200, {})]);
    const body = { size: 1n };
    await expect(client.ask(caller, { method: 'POST', path: '/contacts/search', body })).rejects.toThrow(/BigInt/);
    const limiter = createRateLimiter({ share: 1 });
    const astray = createClient({ baseUrl: 'http://127.0.0.1:99999', token: 't', limiter, firstWaitMs: 1 });
    closers.push(() => astray.close());
    const query = { email: 'ada' };
    const thrown = await astray
      .ask(caller, { method: 'GET', path: '/contacts', query })
      .catch((reason: unknown) => reason);
    expect(thrown).not.toBeInstanceOf(TransientError);
    expect(inspect(thrown)).toContain('Invalid URL');
    expect(inspect(thrown)).not.toContain('ada');
    expect(requests).toEqual([]);
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

  it('takes a proxy that hangs up for a fault of the network', async () => {
    const proxy = createServer();
    proxy.on('connect', (_, socket) => socket.destroy());
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${await listen(proxy)}`);
    const limiter = createRateLimiter({ share: 1 });
    const client = createClient({
      baseUrl: 'http://intercom.invalid',
      token: 't',
      limiter,
      firstWaitMs: 1,
      retries: 1,
    });
    vi.unstubAllEnvs();
    closers.push(() => client.close());
    await expect(ask(client)).rejects.toThrow(TransientError);
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
