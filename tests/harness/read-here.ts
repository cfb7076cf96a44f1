/** Reads streams in this process, over real HTTP and into Airbyte messages: for rules that take hundreds of small syncs. */
import { createAirbyteSink, type JsonObject, read } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../src/config/context.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { streams, streamsUnder } from '../../src/streams/index.ts';
import { lastStates, type Message, type Output } from './connector.ts';

const plain = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

interface Here {
  readonly baseUrl: string;
  /** Fields of the config beside token and start date. */
  readonly options?: JsonObject;
  /** More variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ReadTogether extends Here {
  readonly mode?: string;
  /** The states from which to resume, by stream. */
  readonly states?: ReadonlyMap<string, JsonObject>;
  /** Hears each message as it comes; after it returned true, nothing comes any more, as of a process that was killed. */
  readonly killAfter?: (message: Message) => boolean;
  /** Kills the sync from outside. */
  readonly kill?: AbortSignal;
}

export interface ReadHere extends Here, Pick<ReadTogether, 'mode'> {
  /** The state of the first stream from which to resume. */
  readonly state?: JsonObject | undefined;
  /** The sync from whose states to resume. */
  readonly before?: Output | undefined;
}

/** Reads one stream, or several ones in one sync. */
export function readHere(name: string | readonly string[], { state, before, ...reading }: ReadHere): Promise<Output> {
  const names = [name].flat();
  const saved = before ? lastStates(before).map(({ stream }) => stream) : [];
  const states = new Map([
    ...saved.map((each): [string, JsonObject] => [each.stream_descriptor.name, each.stream_state]),
    ...(state ? [[names[0] ?? '', state] as const] : []),
  ]);
  return readTogether(names, { ...reading, states });
}

/** Reads several streams in one sync. */
export async function readTogether(names: readonly string[], reading: ReadTogether): Promise<Output> {
  const { mode = 'incremental', states = new Map(), killAfter, kill, ...here } = reading;
  const context = contextHere(here);
  const messages: Message[] = [];
  let killed = false;
  const end = () => {
    killed = true;
    context.client.close();
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
    // Streams that the config does not offer can be read, too.
    const possible = [...new Set([...streams, ...streamsUnder(context.settings)])];
    const configured = names.map((each) => ({ name: each, syncMode: mode }));
    const { complete } = await read({ streams: possible, configured, states, context, sink });
    return { messages, exitCode: complete ? 0 : 1, signal: killed ? 'SIGKILL' : null, stderr: '' };
  } finally {
    kill?.removeEventListener('abort', end);
    context.client.close();
  }
}

/** The context of a sync in this process. Close its client in the end. */
export function contextHere({ baseUrl, options = {}, env = {} }: Here): Intercom {
  const { token, limits, settings } = settingsOf({ ...plain, ...options }, { INTERCOM_BASE_URL: baseUrl, ...env });
  const client = createClient({ token, baseUrl, limiter: createRateLimiter(limits), firstWaitMs: 20 });
  return { client, settings, answers: new Map() };
}
