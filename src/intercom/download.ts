/** Takes the body of an answer as a file, which is never in memory as a whole. */
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FetchError, type Response } from 'node-fetch';

/** Ends an exchange in which nothing arrives for a while, however long the whole of it takes. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Something arrived. */
  readonly renew: () => void;
  readonly end: () => void;
}

export function createPatience(ms: number): Patience {
  const impatient = new AbortController();
  const timer = setTimeout(() => impatient.abort(new DOMException('Nothing arrives.', 'TimeoutError')), ms);
  return { signal: impatient.signal, renew: () => timer.refresh(), end: () => clearTimeout(timer) };
}

/** Hands the bytes to `save`, unpacked where they were packed for the way. Throws FetchError where they break off. */
export async function saveBody(
  { body, headers }: Response,
  save: (bytes: AsyncIterable<Buffer>) => Promise<void>,
  { renew }: Pick<Patience, 'renew'>,
): Promise<void> {
  const arriving = arrivals(body ?? [], renew);
  if (headers.get('content-encoding') !== 'gzip') return save(arriving);
  await pipeline(arriving, createGunzip(), (bytes: AsyncIterable<Buffer>) => save(bytes)).catch((error: unknown) => {
    throw String((error as { code?: unknown }).code).startsWith('Z_') ? brokenOff(error) : error;
  });
}

async function* arrivals(body: AsyncIterable<unknown> | Iterable<unknown>, renew: () => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) {
      renew();
      yield chunk as Buffer;
    }
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw brokenOff(error);
  }
}

function brokenOff(error: unknown): FetchError {
  return new FetchError('The body broke off.', 'system', error as { code?: string });
}
