/** Reads one stream in this process, over real HTTP and into Airbyte messages: for rules that take hundreds of small syncs. */
import { createAirbyteSink, type JsonObject, read } from '@airbyte-ts/cdk-shim';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { streams, streamsUnder } from '../../src/streams/index.ts';
import type { Message, Output } from './connector.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

export interface ReadHere {
  readonly baseUrl: string;
  readonly mode?: string;
  /** Fields of the config beside token and start date. */
  readonly options?: JsonObject;
  /** The state from which to resume. */
  readonly state?: JsonObject | undefined;
  /** More variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function readHere(
  name: string,
  { baseUrl, mode = 'incremental', options = {}, state, env = {} }: ReadHere,
): Promise<Output> {
  const { token, limits, settings } = settingsOf({ ...config, ...options }, { INTERCOM_BASE_URL: baseUrl, ...env });
  const client = createClient({ token, baseUrl, limiter: createRateLimiter(limits) });
  const messages: Message[] = [];
  const sink = createAirbyteSink({
    write: (line) => void messages.push(JSON.parse(line) as Message),
    ready: async () => undefined,
    close: async () => undefined,
  });
  const states = new Map(state ? [[name, state]] : []);
  try {
    const context = { client, settings, answers: new Map() };
    // Streams that the config does not offer can be read, too.
    const possible = [...new Set([...streams, ...streamsUnder(settings)])];
    const { complete } = await read({
      streams: possible,
      configured: [{ name, syncMode: mode }],
      states,
      context,
      sink,
    });
    return { messages, exitCode: complete ? 0 : 1, signal: null, stderr: '' };
  } finally {
    client.close();
  }
}
