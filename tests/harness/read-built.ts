/** Reads with the built connector in this process: the config, rows and states are those of the program. */
import { createAirbyteSink, type JsonObject, read } from '@airbyte-ts/cdk-shim';
import type { Message, Output } from './connector.ts';

const dist = new URL('../../', import.meta.url);
const built = <T>(path: string) => import(new URL(path, dist).href) as Promise<T>;

interface Reading {
  readonly config: JsonObject;
  readonly configured: readonly { readonly name: string; readonly syncMode: string }[];
  readonly states: ReadonlyMap<string, JsonObject>;
}

export async function readBuilt(baseUrl: string, { config, configured, states }: Reading): Promise<Output> {
  const { connector } = await built<typeof import('../../src/connector.ts')>('dist/src/connector.js');
  const { configOf } = await built<typeof import('../../cdk-shim/src/input/config.ts')>(
    'cdk-shim/dist/input/config.js',
  );
  const { rowFit } = await built<typeof import('../../cdk-shim/src/engine/row-fit.ts')>(
    'cdk-shim/dist/engine/row-fit.js',
  );
  const source = connector('0.0.0', { ...process.env, INTERCOM_BASE_URL: baseUrl });
  const messages: Message[] = [];
  const sink = createAirbyteSink({
    write: (line) => void messages.push(JSON.parse(line) as Message),
    ready: async () => undefined,
    close: async () => undefined,
  });
  const context = await source.open(configOf(config, source.spec).values, sink.log);
  try {
    const streams = source.streams(context);
    const fitOf = (stream: (typeof streams)[number]) => rowFit(source.rowSchema(stream));
    const { complete } = await read({ streams, configured, states, context, sink, fitOf });
    return { messages, exitCode: complete ? 0 : 1, signal: null, stderr: '' };
  } finally {
    await source.close?.(context);
  }
}
