/** One HTTP exchange with Intercom: request headers, timeout, proxy, keep-alive and response headers. */
import http from 'node:http';
import https from 'node:https';
import { inspect } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { ConfigError, parseExact, TransientError } from '@airbyte-ts/cdk-shim';
import { HttpsProxyAgent } from 'https-proxy-agent';
import fetch, { FetchError, type Headers, type Response } from 'node-fetch';
import { getProxyForUrl } from 'proxy-from-env';
import type { Call } from './call.ts';
import { createPatience, saveBody } from './download.ts';
import type { Grant } from './grant.ts';

/** The API version whose shapes this connector reads. */
export const INTERCOM_VERSION = '2.16';

export interface TransportOptions {
  /** Such as "https://api.intercom.io", without a slash at the end. */
  readonly baseUrl: string;
  /** Left out for calls that need none. */
  readonly token?: string;
  /** How long one exchange may take, body included, in milliseconds; for a file, how long nothing may arrive. Default: 60,000. */
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly status: number;
  /** The parsed body; the text where it was not JSON; an empty object where the body was saved as a file. */
  readonly body: unknown;
  /** The Link header. */
  readonly link: string | undefined;
  /** The Date header, in epoch seconds. */
  readonly date: number | undefined;
  readonly grant: Grant | undefined;
  /** How long a 429 asks to wait, in milliseconds. */
  readonly waitMs: number;
}

export interface Transport {
  /** Throws TransientError when the network gave no complete answer. A fault of this connector is thrown unchanged. */
  readonly send: (call: Call<unknown>) => Promise<Answer>;
  readonly close: () => void;
}

export function createTransport({ baseUrl, token, timeoutMs = 60_000 }: TransportOptions): Transport {
  const agent = agentFor(baseUrl);
  const who = nameOf(baseUrl);
  const headers = {
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    Accept: 'application/json',
    'Accept-Encoding': 'gzip',
    'Content-Type': 'application/json',
    'User-Agent': 'source-intercom',
  };
  const request = (url: string, { method, body, save, version }: Call<unknown>, signal: AbortSignal) =>
    fetch(url, {
      method,
      headers: {
        ...headers,
        'Intercom-Version': version ?? INTERCOM_VERSION,
        ...(save ? { Accept: 'application/octet-stream', 'Accept-Encoding': 'identity' } : {}),
      },
      agent,
      // Another host must never see the token, so redirects are not followed.
      redirect: 'manual',
      // Bodies are unpacked here.
      compress: false,
      signal,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const exchange = async (url: string, call: Call<unknown>) => {
    const response = await request(url, call, AbortSignal.timeout(timeoutMs));
    return { response, body: parsed(await textOf(response)) };
  };
  const download = async (url: string, call: Call<unknown>, save: NonNullable<Call['save']>) => {
    const patience = createPatience(timeoutMs);
    try {
      const response = await request(url, call, patience.signal);
      if (!response.ok) return { response, body: parsed(await textOf(response)) };
      await saveBody(response, save, patience);
      return { response, body: {} };
    } finally {
      patience.end();
    }
  };
  return {
    async send(call) {
      const { method, path, query, save } = call;
      const url = urlOf(baseUrl, path, query);
      const asked = save ? download(url, call, save) : exchange(url, call);
      const { response, body } = await asked.catch((error: unknown) => {
        const reason = networkReason(error);
        if (reason === undefined) throw withoutQuery(error, url);
        const why = `No answer from ${who} to ${method} ${path} (${reason}): check the network and the proxy.`;
        throw UNREACHABLE.has(reason) ? new UnreachableError(why) : new TransientError(why);
      });
      return { status: response.status, body, ...readHeaders(response.headers) };
    },
    close: () => agent.destroy(),
  };
}

/** The call never reached the server, so a smaller page would not help, and no work was done. */
export class UnreachableError extends TransientError {
  override readonly name = 'UnreachableError';
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** "Intercom", with the host where it is not one of Intercom's. */
export function nameOf(baseUrl: string): string {
  const host = URL.parse(baseUrl)?.host ?? baseUrl;
  return host.endsWith('.intercom.io') ? 'Intercom' : `Intercom at ${host}`;
}

/**
 * Collects a body and unpacks it at once: streams that node-fetch would make for each body take a fifth of the CPU of a sync.
 * Throws FetchError, or AbortError after the timeout.
 */
async function textOf({ body, headers }: Response): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body ?? []) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    return String(headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new FetchError('The body broke off.', 'system', error as { code?: string });
  }
}

/** HTTP(S)_PROXY and NO_PROXY are honoured, as operators expect; an agent of Node's own would ignore them. Throws ConfigError. */
function agentFor(baseUrl: string): http.Agent {
  const proxy = getProxyForUrl(baseUrl);
  if (proxy && !URL.canParse(proxy)) {
    throw new ConfigError('The proxy that HTTPS_PROXY or HTTP_PROXY names in the environment is no URL: correct it.');
  }
  if (proxy) return new HttpsProxyAgent(proxy, { keepAlive: true });
  return new (baseUrl.startsWith('https:') ? https : http).Agent({ keepAlive: true });
}

/**
 * Why the network broke an exchange off; undefined where the fault is another one. Never the error's own message nor the
 * error itself, since these quote the whole URL. node-fetch gives errors of sockets, TLS, proxies, HTTP and gzip the type "system".
 */
function networkReason(error: unknown): string | undefined {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return 'it took too long';
  if (!(error instanceof FetchError) || error.type !== 'system') return undefined;
  // Node names its complaints about a wrong use of it like this.
  if (String(code).startsWith('ERR_INVALID_')) return undefined;
  return String(code ?? name);
}

/** The error itself, or a copy without the query of the URL where the error quotes it. */
function withoutQuery(error: unknown, url: string): unknown {
  const query = url.split('?')[1];
  if (!query || !(error instanceof Error) || !inspect(error).includes(query)) return error;
  const message = `${error.name}: ${error.message.replaceAll(query, '…')}`;
  return Object.assign(new Error(message), { stack: error.stack?.replaceAll(query, '…') });
}

function urlOf(baseUrl: string, path: string, query: Call['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.append(name, String(value));
  return baseUrl + path + (search.size > 0 ? `?${search}` : '');
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return text;
  }
}

function readHeaders(headers: Headers): Omit<Answer, 'status' | 'body'> {
  const millis = Date.parse(headers.get('date') ?? '');
  const date = Number.isNaN(millis) ? undefined : Math.floor(millis / 1000);
  const [limit, remaining, reset, retryAfter] = ['limit', 'remaining', 'reset']
    .map((name) => number(headers.get(`x-ratelimit-${name}`)))
    .concat(number(headers.get('retry-after')));
  const grant =
    limit !== undefined && remaining !== undefined && reset !== undefined && date !== undefined
      ? { limit, remaining, reset, date }
      : undefined;
  // Intercom documents no Retry-After; a window lasts ten seconds.
  const waitSeconds = retryAfter ?? (grant ? Math.max(1, grant.reset - grant.date) : 10);
  return { link: headers.get('link') ?? undefined, date, grant, waitMs: waitSeconds * 1000 };
}

function number(text: string | null): number | undefined {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
