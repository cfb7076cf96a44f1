/** Writes answers: JSON, the sandbox's own date, and gzip for clients that take it. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { ApiError, errorBody } from './errors.ts';

const compress = promisify(gzip);
const worthCompressing = 1024;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body; empty for none. */
  readonly text: string | Buffer;
  /** A body that is too large for the memory, in place of the text. */
  readonly file?: AsyncIterable<Buffer>;
}

/** What an endpoint gives in place of JSON. */
export class FileBody {
  readonly chunks: AsyncIterable<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks;
  }
}

const binary = { 'Content-Type': 'application/octet-stream' };

export function fileAnswer({ chunks }: FileBody, headers: Readonly<Record<string, string>>): Answer {
  return { status: 200, headers: { ...binary, ...headers }, text: '', file: chunks };
}

/** The same as a whole, which a fault may spoil. */
export async function collected({ file, ...answer }: Answer): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file ?? []) chunks.push(chunk);
  return file ? { ...answer, text: Buffer.concat(chunks) } : answer;
}

/** An error as an answer. Any error but ApiError is a bug of the sandbox and becomes a 500 `server_error`. */
export function errorAnswer(error: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const known = error instanceof ApiError ? error : new ApiError(500, 'server_error', String(error));
  // The client closed the connection during its request: no bug of the sandbox.
  const left = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
  if (known !== error && !left) console.error(error);
  return jsonAnswer(known.status, errorBody(known.code, known.message, randomUUID()), { ...headers, ...known.headers });
}

export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    text: JSON.stringify(body),
  };
}

export function textAnswer(text: string, headers: Readonly<Record<string, string>>): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, text };
}

export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.file) {
    response.writeHead(answer.status, { ...answer.headers, 'X-Request-Id': randomUUID() });
    // A client may go away in the middle.
    await pipeline(answer.file, response).catch(() => response.destroy());
    return;
  }
  const accepts = request.headers['accept-encoding'] ?? '';
  const raw = Buffer.from(answer.text);
  const zipped = raw.length >= worthCompressing && /\bgzip\b/.test(accepts);
  const body = zipped ? await compress(raw, { level: constants.Z_BEST_SPEED }) : raw;
  response.writeHead(answer.status, {
    ...answer.headers,
    'X-Request-Id': randomUUID(),
    'Content-Length': body.length,
    ...(zipped && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
  });
  response.end(body);
}

/** The whole body of the request. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The parsed body of a request; `undefined` for an empty one. Throws 400 `parameter_invalid` for invalid JSON. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'parameter_invalid', 'The request body is not valid JSON');
  }
}
