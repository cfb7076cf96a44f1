/** The option `num_workers` bounds the calls that are under way at the same time. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { rowsOf, runConnector } from '../harness/connector.ts';

const closers: (() => unknown)[] = [];
afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

/** Passes calls on to the sandbox, and counts how many are under way. */
async function openCounter(sandbox: RunningSandbox) {
  const calls = { underWay: 0, most: 0 };
  const server = createServer((incoming, outgoing) => {
    calls.underWay += 1;
    calls.most = Math.max(calls.most, calls.underWay);
    outgoing.once('close', () => {
      calls.underWay -= 1;
    });
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, sandbox.url), { method, headers }, (answer) => {
      answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

it.each([
  ['as many as it says', { num_workers: 7 }, 7, 7],
  ['more than 16 where it is not set', {}, 17, 128],
])('%s', async (_, option, least, most) => {
  const sandbox = await startSandbox({ conversations: 100, companies: 1, contacts: 5, latency: 40 });
  closers.push(sandbox.close);
  const { url, calls } = await openCounter(sandbox);
  const config = { access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z', ...option };
  const stream = { stream: { name: 'conversation_parts' }, sync_mode: 'full_refresh' };
  const output = await runConnector('read', { config, catalog: { streams: [stream] } }, { baseUrl: url });
  expect(output.exitCode).toBe(0);
  expect(rowsOf(output, 'conversation_parts').length).toBeGreaterThan(100);
  expect(calls.most).toBeGreaterThanOrEqual(least);
  expect(calls.most).toBeLessThanOrEqual(most);
});
