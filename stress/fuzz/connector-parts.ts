/** The parts of the connector that the fuzzing drives within its own process. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../src/config/context.ts';
import type { Settings } from '../../src/config/settings.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { readSchema } from '../../src/schemas/read-schema.ts';
import { offeredStreams } from '../../src/streams/expand/offered.ts';
import type { IntercomStream } from '../../src/streams/stream.ts';

const root = new URL('../../', import.meta.url);

export const spec = JSON.parse(readFileSync(new URL('spec.json', root), 'utf8')) as JsonObject;

export interface ContextOptions {
  readonly baseUrl?: string;
  readonly token?: string;
  /** Is told how long, in milliseconds, the client would have waited for quota. */
  readonly onWait?: (ms: number) => void;
}

/** A context without waits for quota, and with very short waits before retries. */
export function contextOf(settings: Settings, options: ContextOptions = {}): Intercom {
  const { baseUrl = 'http://127.0.0.1:1', token = 'none', onWait = () => undefined } = options;
  let waited = 0;
  const limiter = createRateLimiter({
    share: 0.9,
    now: () => performance.now() + waited,
    sleep: async (ms) => {
      onWait(ms);
      waited += ms;
    },
  });
  const client = createClient({ baseUrl, token, limiter, retries: 3, firstWaitMs: 1, timeoutMs: 400 });
  return { client, settings, answers: new Map() };
}

const schemas = new Map<string, JsonObject>();

/** Schemas are read once: thousands of cases ask for them. */
export function offered(context: Intercom): readonly IntercomStream[] {
  return offeredStreams(context, (stream) => {
    const schema = schemas.get(stream.name) ?? readSchema(stream, root);
    schemas.set(stream.name, schema);
    return schema;
  });
}
