/** Reads streams in this process, over real HTTP and into Airbyte messages: for rules that take hundreds of small syncs. */
import { createAirbyteSink, type JsonObject, read } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../src/config/context.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { streams, streamsUnder } from '../../src/streams/index.ts';
import { lastStates, type Message, type Output } from './connector.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

interface Here {
  readonly baseUrl: string;
  /** Fields of the config beside token and start date. */
  readonly options?: JsonObject;
  /** More variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ReadHere extends Here {
  readonly mode?: string;
  /** The state of the first stream from which to resume. */
  readonly state?: JsonObject | undefined;
  /** The sync from whose states to resume. */
  readonly before?: Output | undefined;
}

/** Reads one stream, or several ones in one sync. */
export async function readHere(
  name: string | readonly string[],
  { mode = 'incremental', state, before, ...here }: ReadHere,
): Promise<Output> {
  const context = contextHere(here);
  const messages: Message[] = [];
  const sink = createAirbyteSink({
    write: (line) => void messages.push(JSON.parse(line) as Message),
    ready: async () => undefined,
    close: async () => undefined,
  });
  const names = [name].flat();
  const saved = before ? lastStates(before).map(({ stream }) => stream) : [];
  const states = new Map([
    ...saved.map((each): [string, JsonObject] => [each.stream_descriptor.name, each.stream_state]),
    ...(state ? [[names[0] ?? '', state] as const] : []),
  ]);
  try {
    // Streams that the config does not offer can be read, too.
    const possible = [...new Set([...streams, ...streamsUnder(context.settings)])];
    const configured = names.map((each) => ({ name: each, syncMode: mode }));
    const { complete } = await read({ streams: possible, configured, states, context, sink });
    return { messages, exitCode: complete ? 0 : 1, signal: null, stderr: '' };
  } finally {
    context.client.close();
  }
}

/** The context of a sync in this process. Close its client in the end. */
export function contextHere({ baseUrl, options = {}, env = {} }: Here): Intercom {
  const { token, limits, settings } = settingsOf({ ...config, ...options }, { INTERCOM_BASE_URL: baseUrl, ...env });
  return { client: createClient({ token, baseUrl, limiter: createRateLimiter(limits) }), settings, answers: new Map() };
}
