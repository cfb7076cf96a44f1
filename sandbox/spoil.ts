/** Spoils a good answer as networks, proxies and search indexes do: its transport, or its content. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { Memory } from './memory.ts';
import { type Answer, jsonAnswer } from './reply.ts';

const spoiling: readonly Fault['kind'][] = [
  'slow',
  'trickle',
  'cut',
  'broken',
  'loop',
  'drop',
  'repeat',
  'blank',
  'circle',
  'odd-next',
];

/** Whether the fault changes an answer of the endpoint, or its transport, and not replaces it by an error. */
export function isSpoiling({ kind }: Fault): boolean {
  return spoiling.includes(kind);
}

interface Exchange {
  /** The answer of the endpoint. */
  readonly result: unknown;
  readonly url: URL;
  /** The body of the request. */
  readonly body: unknown;
  /** The first next page that the endpoint ever named. */
  readonly firstNext: unknown;
}

/** An answer for `repeat` and `blank`, made from the endpoint's earlier answers; undefined when there is none. */
export function saidBefore(fault: Fault | undefined, memory: Memory, endpoint: string): Json | undefined {
  if (fault?.kind === 'repeat') return memory.latest(endpoint);
  return fault?.kind === 'blank' ? memory.blank(endpoint) : undefined;
}

export function spoiled({ kind }: Fault, exchange: Exchange, headers: Answer['headers']): Answer {
  const { result, firstNext } = exchange;
  if (kind === 'loop') return jsonAnswer(200, looping(exchange), headers);
  if (kind === 'drop') return jsonAnswer(200, withoutOne(result), headers);
  if (kind === 'circle' && firstNext) return jsonAnswer(200, naming(firstNext, result), headers);
  if (kind === 'odd-next') return jsonAnswer(200, naming({}, result), headers);
  return cutShort({ kind }, jsonAnswer(200, result, headers));
}

/** An answer of any kind, or its first half for `cut`. */
export function cutShort({ kind }: Pick<Fault, 'kind'>, answer: Answer): Answer {
  const whole = Buffer.from(answer.text);
  return kind === 'cut' ? { ...answer, text: whole.subarray(0, whole.length / 2) } : answer;
}

type Json = Readonly<Record<string, unknown>>;

/** The page names itself as its next page. The first page of a search has no cursor, so it stays unchanged. */
function looping({ result, url, body }: Exchange): Json {
  const answer = result as Json;
  const asked = (body as { pagination?: { starting_after?: unknown } } | undefined)?.pagination?.starting_after;
  const isSearch = url.pathname.endsWith('/search');
  if (isSearch && (asked === undefined || asked === null)) return answer;
  const next = isSearch ? { page: 1, starting_after: asked } : url.href;
  return naming(next, answer);
}

function naming(next: unknown, result: unknown): Json {
  const answer = result as Json;
  return { ...answer, pages: { ...(answer.pages as Json | null), next } };
}

/** One record in the middle of a page is missing; totals still count it. */
function withoutOne(result: unknown): Json {
  const answer = result as Json;
  const [key, list] = Object.entries(answer).find(([, value]) => Array.isArray(value)) ?? [];
  if (key === undefined || !Array.isArray(list)) return answer;
  return { ...answer, [key]: list.toSpliced(Math.floor(list.length / 2), 1) };
}

/** Half of the body, then the connection breaks. */
export function sendBroken(response: ServerResponse, { status, headers, text }: Answer): void {
  const whole = Buffer.from(text);
  response.writeHead(status, { ...headers, 'Content-Length': whole.length });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
}

const pieces = 10;

/** The body in ten pieces within `milliseconds`. */
export async function sendTrickling(
  response: ServerResponse,
  { status, headers, text }: Answer,
  milliseconds: number,
): Promise<void> {
  const whole = Buffer.from(text);
  response.writeHead(status, { ...headers, 'Content-Length': whole.length });
  const size = Math.ceil(whole.length / pieces);
  for (let from = 0; from < whole.length && !response.destroyed; from += size) {
    response.write(whole.subarray(from, from + size));
    await sleep(milliseconds / pieces);
  }
  response.end();
}
