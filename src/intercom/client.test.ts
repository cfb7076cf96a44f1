import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
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

const GZIP = { 'Content-Encoding': 'gzip' };

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

  describe('sorts a refusal by its code', () => {
    const unclear = json(401, error('token_unauthorized', 'Not authorized to access resource'));
    const page: Answer = (_, response) => response.writeHead(401).end('<html>401 Authorization Required</html>');
    /** A client of a server that refuses all but /me with `refusal`, and answers /me with `me`. */
    const refusing = (refusal: Answer, me: Answer) =>
      clientOf([(request, response) => (request.url === '/me' ? me : refusal)(request, response)]);
    const thrownBy = (client: Client, path = '/tags') =>
      client.ask(caller, { method: 'GET', path }).catch((reason: unknown) => reason);
    const asked = (requests: readonly IncomingMessage[]) => requests.map(({ url }) => url);

    it.each([
      ['token_unauthorized', unclear],
      ['a code that nobody documents', json(401, error('no_such_code', 'No'))],
      ['no body', (_, response) => response.writeHead(401).end()] as [string, Answer],
      ['a page of HTML', page],
    ])('a 401 with %s is a missing permission where /me is answered', async (_, refusal) => {
      const { client, requests } = await refusing(refusal, json(200, { type: 'admin' }));
      const thrown = await thrownBy(client);
      expect(thrown).toBeInstanceOf(ConfigError);
      expect(endsSync(thrown)).toBe(false);
      expect(String(thrown)).toContain('GET /tags');
      expect(String(thrown)).toContain('"Read tags"');
      expect(asked(requests)).toEqual(['/tags', '/tags', '/me']);
    });

    it('asks /me once for all that is refused', async () => {
      const { client, requests } = await refusing(unclear, json(200, { type: 'admin' }));
      await Promise.all([thrownBy(client), thrownBy(client, '/contacts/1'), thrownBy(client, '/events')]);
      expect(String(await thrownBy(client, '/events'))).toContain('"Read events"');
      expect(asked(requests).filter((url) => url === '/me')).toHaveLength(1);
    });

    it.each([
      ['token_unauthorized', unclear],
      ['a page of HTML', page],
    ])('a 401 with %s ends everything where /me is refused, too', async (_, refusal) => {
      const { client, requests } = await refusing(refusal, refusal);
      const thrown = await thrownBy(client);
      expect(endsSync(thrown)).toBe(true);
      expect(String(thrown)).toContain('access_token');
      expect(asked(requests)).toEqual(['/tags', '/tags', '/me', '/me']);
    });

    it('the refusal stands where /me cannot be asked', async () => {
      const { client } = await refusing(unclear, json(503, ''));
      const thrown = await thrownBy(client);
      expect(thrown).toBeInstanceOf(ConfigError);
      expect(endsSync(thrown)).toBe(false);
    });

    it('a missing permission that comes as 401 is asked for once more, too', async () => {
      const { client } = await clientOf([unclear, json(200, { fine: true })]);
      expect(await ask(client)).toEqual({ fine: true });
    });

    const codes = ['unauthorized', 'missing_authorization', 'token_blocked', 'token_expired', 'token_not_found'];
    it.each([...codes, 'token_revoked', 'token_suspended'])('%s is about the token', async (code) => {
      const { client, requests } = await refusing(json(401, error(code, 'No')), json(200, {}));
      expect(endsSync(await thrownBy(client))).toBe(true);
      expect(asked(requests)).toEqual(['/tags', '/tags']);
    });

    it('api_plan_restricted is about the plan', async () => {
      const { client } = await clientOf([json(403, error('api_plan_restricted', 'Active subscription needed.'))]);
      const thrown = await thrownBy(client);
      expect(thrown).toMatchObject({ name: 'RefusedError', reason: 'plan' });
      expect(String(thrown)).toContain("the workspace's plan does not include this");
      expect(String(thrown)).not.toContain('give the token');
    });
  });

  describe('takes an error in a good answer for the error that it is:', () => {
    const answers: readonly (readonly [string, object, unknown])[] = [
      ['not_found', error('not_found', 'Resource Not Found'), SkippedError],
      ['conversation_not_found', error('conversation_not_found', 'Conversation not found'), SkippedError],
      ['server_error', error('server_error', 'Something went wrong'), TransientError],
      ['forbidden', error('forbidden', 'You do not have the required scope'), ConfigError],
      ['an unknown code', error('odd_code', 'Something odd'), UnexpectedAnswer],
      ['a list without a type', { errors: [{ code: 'odd_code', message: 'Something odd' }] }, UnexpectedAnswer],
      ['a single error', { type: 'error', request_id: '1', message: 'Something odd' }, UnexpectedAnswer],
    ];

    it.each(answers)('%s', async (_, body, kind) => {
      const { client } = await clientOf([json(200, body)]);
      const thrown = await ask(client).catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(kind);
      if (kind === UnexpectedAnswer) expect(String(thrown)).toContain('Something odd');
    });

    it('a rate limit', async () => {
      const { client, requests } = await clientOf([
        json(200, error('rate_limit_exceeded', 'Exceeded rate limit'), { 'Retry-After': '0' }),
        json(200, { data: [] }),
      ]);
      expect(await ask(client)).toEqual({ data: [] });
      expect(requests).toHaveLength(2);
    });

    it('and data for data, whatever else it holds', async () => {
      const body = { type: 'list', data: [], errors: [{ code: 'odd_code', message: 'Something odd' }] };
      const { client } = await clientOf([json(200, body)]);
      expect(await ask(client)).toEqual(body);
    });
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
