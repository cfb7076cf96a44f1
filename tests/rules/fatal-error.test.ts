/** An error that ends the sync ends every wait and every call under way, too. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { runConnector } from '../harness/connector.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const json = (response: ServerResponse, status: number, body: object, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Answers `/tags` as `slow` does, and refuses the token for `/teams` half a second after it was first asked. */
async function serve(slow: (response: ServerResponse, asked: number) => void) {
  const refused = { type: 'error.list', errors: [{ code: 'unauthorized', message: 'Access Token Invalid' }] };
  let refusedAtMs = 0;
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/tags')) return slow(response, ++asked);
    setTimeout(() => {
      refusedAtMs = performance.now();
      json(response, 401, refused);
    }, 500);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, refusedAtMs: () => refusedAtMs };
}

it.each<[string, (response: ServerResponse, asked: number) => void]>([
  // A wait for quota holds the other stream up, too: the first one is short.
  ['waits for quota', (response, asked) => json(response, 429, {}, { 'Retry-After': asked === 1 ? '1' : '50' })],
  ['waits before a retry', (response) => json(response, 503, {})],
  ['never answers', () => undefined],
])('a refused token ends the sync within a second where another stream %s', async (_, slow) => {
  const { baseUrl, refusedAtMs } = await serve(slow);
  const config = { access_token: 'sandbox-token', start_date: '2024-01-01T00:00:00Z' };
  const streams = ['tags', 'teams'].map((name) => ({ stream: { name }, sync_mode: 'full_refresh' }));
  const { messages, exitCode } = await runConnector('read', { config, catalog: { streams } }, { baseUrl });
  expect(performance.now() - refusedAtMs()).toBeLessThan(1000);
  const errors = messages.flatMap(({ trace }) => trace?.error ?? []);
  expect(errors).toMatchObject([{ failure_type: 'config_error' }]);
  const ended = messages.flatMap(({ trace }) => trace?.stream_status?.status ?? []);
  expect(ended.filter((status) => status === 'INCOMPLETE')).toHaveLength(2);
  expect(exitCode).toBe(1);
});
