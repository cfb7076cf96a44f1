/** A client of a small server, for the tests of the client. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Caller, type Client, createClient } from './client.ts';
import { createRateLimiter } from './rate-limit.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const error = (code: string, message: string) => ({ type: 'error.list', errors: [{ code, message }] });

/** Ends what a test began. */
export const closers: (() => void)[] = [];

/** Ends what the tests before began; for `afterEach`. */
export function closeAll(): void {
  for (const close of closers.splice(0)) close();
}

export async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A client of a server that gives these answers one after the other, the last one for ever. */
export async function clientOf(answers: readonly Answer[], options: { timeoutMs?: number; callsAtOnce?: number } = {}) {
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

export const caller: Caller = { on: () => undefined, log: () => undefined, signal: new AbortController().signal };
export const ask = (client: Client) => client.ask(caller, { method: 'GET', path: '/tags' });
