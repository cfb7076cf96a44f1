/** Every line of stdout, and our own schema of messages, against the official protocol. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type CatalogStream, configure, lastStates, type Output, runConnector } from '../harness/connector.ts';
import { mutate } from '../harness/truth.ts';
import { type Json, sharedYaml } from './shared-file.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
const official = sharedYaml('data/airbyte-protocol-0.18.yaml');
const own = JSON.parse(
  readFileSync(new URL('../../cdk-shim/schemas/airbyte-message.json', import.meta.url), 'utf8'),
) as Json;

const ajv = new Ajv.default({ strict: false, validateFormats: false });
const valid = ajv.compile({ ...official, $ref: '#/definitions/AirbyteMessage' });

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const outputs: Record<string, Output> = {};

beforeAll(async () => {
  sandbox = await startSandbox({ token: config.access_token });
  const options = { baseUrl: sandbox.url };
  outputs.spec = await runConnector('spec');
  outputs.check = await runConnector('check', { config }, options);
  outputs['failed check'] = await runConnector('check', { config: {} }, options);
  outputs.discover = await runConnector('discover', { config }, options);
  const streams: readonly CatalogStream[] = outputs.discover.messages[0]?.catalog?.streams ?? [];
  const catalog = configure(streams);
  outputs.read = await runConnector('read', { config, catalog }, options);
  await mutate(sandbox.url, { count: 50, seed: 1 });
  outputs['second read'] = await runConnector('read', { config, catalog, state: lastStates(outputs.read) }, options);
  const unknown = {
    streams: [{ stream: { name: 'martians' }, sync_mode: 'INVALID', destination_sync_mode: 'append' }],
  };
  outputs['failed read'] = await runConnector('read', { config, catalog: unknown }, options);
});

afterAll(() => sandbox.close());

it.each(['spec', 'check', 'failed check', 'discover', 'read', 'second read', 'failed read'])(
  'every line of a %s is a message of the protocol',
  (name) => {
    const messages = outputs[name]?.messages ?? [];
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages)
      expect(valid(message) || valid.errors, JSON.stringify(message).slice(0, 300)).toBe(true);
  },
);

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[]; readonly type?: unknown }>>;
  readonly required?: readonly string[];
}

/** Our names of definitions, and the protocol's where they differ. */
const NAMES: Readonly<Record<string, string>> = {
  Record: 'AirbyteRecordMessage',
  RecordMeta: 'AirbyteRecordMessageMeta',
  RecordChange: 'AirbyteRecordMessageMetaChange',
  FileReference: 'AirbyteRecordMessageFileReference',
  State: 'AirbyteStateMessage',
  StateStats: 'AirbyteStateStats',
  StreamState: 'AirbyteStreamState',
  GlobalState: 'AirbyteGlobalState',
  Log: 'AirbyteLogMessage',
  ErrorTrace: 'AirbyteTraceMessage',
  EstimateTrace: 'AirbyteTraceMessage',
  StreamStatusTrace: 'AirbyteTraceMessage',
  AnalyticsTrace: 'AirbyteTraceMessage',
  TraceError: 'AirbyteErrorTraceMessage',
  TraceEstimate: 'AirbyteEstimateTraceMessage',
  TraceStreamStatus: 'AirbyteStreamStatusTraceMessage',
  StreamStatusReason: 'AirbyteStreamStatusReason',
  TraceAnalytics: 'AirbyteAnalyticsTraceMessage',
  Control: 'AirbyteControlMessage',
  ConnectionStatus: 'AirbyteConnectionStatus',
};

it('our own schema of messages agrees with the official one, field by field', () => {
  const theirs = official.definitions as Readonly<Record<string, Definition>>;
  const ours = own.definitions as Readonly<Record<string, Definition>>;
  const pairs = Object.entries(ours).flatMap(([name, mine]) => {
    const other = theirs[NAMES[name] ?? name];
    return other ? [{ name, mine, other }] : [];
  });
  expect(Object.keys(NAMES).filter((name) => !pairs.some((pair) => pair.name === name))).toEqual([]);
  for (const { name, mine, other } of pairs) {
    const known = other.properties ?? {};
    expect(
      Object.keys(mine.properties ?? {}).filter((field) => !(field in known)),
      `fields of ${name}`,
    ).toEqual([]);
    expect(mine.required ?? [], `required fields of ${name}`).toEqual(
      expect.arrayContaining([...(other.required ?? [])]),
    );
    for (const [field, { enum: values }] of Object.entries(mine.properties ?? {})) {
      const allowed = known[field]?.enum;
      if (values && allowed) expect(allowed, `values of ${name}.${field}`).toEqual(expect.arrayContaining([...values]));
    }
  }
});
