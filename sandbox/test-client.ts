/** A sandbox and a caller for the sandbox's own tests: each ends with the test that started it. */
import { onTestFinished } from 'vitest';
import type { SandboxOptions } from './options.ts';
import { type RunningSandbox, startSandbox } from './server.ts';

export type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: () => Json;
}

export interface Client {
  readonly url: string;
  readonly token: string;
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown) => Promise<Reply>;
  /** Rows of `/__sandbox/truth`, with bodies. */
  readonly truth: (stream: string) => Promise<TruthLine[]>;
}

export interface TruthLine {
  readonly key: Json;
  readonly updated_at: number;
  readonly hash: string;
  readonly body: Json;
}

export async function start(options: Partial<SandboxOptions> = {}): Promise<Client> {
  const sandbox = await startSandbox(options);
  onTestFinished(sandbox.close);
  return clientOf(sandbox);
}

/** A caller for a sandbox that outlives the test. */
export function clientOf({ url, token }: RunningSandbox): Client {
  const call: Client['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Json };
  };
  const get = (path: string) => call('GET', path);
  const truth = async (stream: string) => {
    const { text } = await get(`/__sandbox/truth?stream=${stream}&bodies=true`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TruthLine);
  };
  return { url, token, call, get, post: (path, body) => call('POST', path, body), truth };
}

export function codes(body: Json): string[] {
  return (body.errors as { code: string }[]).map(({ code }) => code);
}

/** Every item of a search, page after page. */
export async function searchAll(
  client: Client,
  path: string,
  key: string,
  request: Json,
  perPage = 50,
): Promise<Json[]> {
  const items: Json[] = [];
  let startingAfter: string | undefined;
  do {
    const pagination = { per_page: perPage, ...(startingAfter !== undefined && { starting_after: startingAfter }) };
    const body = (await client.post(path, { ...request, pagination })).json();
    items.push(...(body[key] as Json[]));
    startingAfter = (body.pages as { next?: { starting_after: string } }).next?.starting_after;
  } while (startingAfter !== undefined);
  return items;
}
