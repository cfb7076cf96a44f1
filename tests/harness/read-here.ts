/** Reads streams in this process, over real HTTP and into Airbyte messages: for rules that take hundreds of small syncs. */
import { createAirbyteSink, type JsonObject, read } from '@airbyte-ts/cdk-shim';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { streams, streamsUnder } from '../../src/streams/index.ts';
import type { Message, Output } from './connector.ts';

const plain = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

interface Reading {
  readonly baseUrl: string;
  readonly mode?: string;
  /** Fields of the config beside token and start date. */
  readonly options?: JsonObject;
  /** More variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ReadHere extends Reading {
  /** The state from which to resume. */
  readonly state?: JsonObject | undefined;
}

export interface ReadTogether extends Reading {
  /** The states from which to resume, by stream. */
  readonly states?: ReadonlyMap<string, JsonObject>;
  /** Hears each message as it comes; after it returned true, nothing comes any more, as of a process that was killed. */
  readonly killAfter?: (message: Message) => boolean;
  /** Kills the sync from outside. */
  readonly kill?: AbortSignal;
}

/** Reads one stream. */
export function readHere(name: string, { state, ...reading }: ReadHere): Promise<Output> {
  return readTogether([name], { ...reading, states: new Map(state ? [[name, state]] : []) });
}

/** Reads several streams in one sync. */
export async function readTogether(names: readonly string[], reading: ReadTogether): Promise<Output> {
  const { baseUrl, mode = 'incremental', env = {}, options = {}, states = new Map(), killAfter, kill } = reading;
  const { token, limits, settings } = settingsOf({ ...plain, ...options }, { INTERCOM_BASE_URL: baseUrl, ...env });
  const client = createClient({ token, baseUrl, limiter: createRateLimiter(limits), firstWaitMs: 20 });
  const messages: Message[] = [];
  let killed = false;
  const end = () => {
    killed = true;
    client.close();
  };
  kill?.addEventListener('abort', end);
  const sink = createAirbyteSink({
    write(line) {
      if (killed) return;
      const message = JSON.parse(line) as Message;
      messages.push(message);
      if (killAfter?.(message)) end();
    },
    ready: async () => undefined,
    close: async () => undefined,
  });
  try {
    const context = { client, settings, answers: new Map() };
    // Streams that the config does not offer can be read, too.
    const possible = [...new Set([...streams, ...streamsUnder(settings)])];
    const configured = names.map((name) => ({ name, syncMode: mode }));
    const { complete } = await read({ streams: possible, configured, states, context, sink });
    return { messages, exitCode: complete ? 0 : 1, signal: killed ? 'SIGKILL' : null, stderr: '' };
  } finally {
    kill?.removeEventListener('abort', end);
    client.close();
  }
}
