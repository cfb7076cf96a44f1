/** Each acceptance check passes the connector, and fails a connector with the fault that it looks for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXECUTABLE } from '../../tests/harness/connector.ts';
import { at, broken, each, type Fault, put } from './broken/fault.ts';
import { FAULTS } from './broken/faults.ts';
import { FEWER_STREAMS, isCostly } from './broken/fewer-streams.ts';
import { TWELVE } from './broken/twelve.ts';
import { type Family, judge } from './check.ts';
import { connection } from './checks/connection.ts';
import { spec } from './checks/spec.ts';
import { FAMILIES } from './families.ts';
import { type Answer, executable, type Launch } from './launch.ts';
import { packagingOfDockerfile } from './packaging.ts';
import type { Json } from './schema-nodes.ts';
import { readSettings, type Settings } from './settings.ts';
import { subjectOf } from './subject.ts';
import { tableOfTwelve } from './table.ts';
import { startWorkspace } from './workspace.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXCEPTION = 'connection: a check without an answer writes one error';

let settings: Settings;
let sandbox: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  const read = withoutCostly(await readSettings(ROOT));
  sandbox = await startWorkspace(String(read.config.access_token));
  const sound = subjectOf(read, remembering(), packaging);
  const bypassed = new Map([...read.bypassed].filter(([name]) => name === EXCEPTION));
  settings = { ...read, bypassed, previous: { spec: await sound.spec(), streams: await sound.streams() } };
});

afterAll(() => sandbox.close());

it.each(FAMILIES)('$name passes the connector', { timeout: 120_000 }, async (family) => {
  expect(await failures(family, {})).toEqual([]);
});

const CASES = FAMILIES.flatMap((family) =>
  family.checks.map(({ name }) => ({ family, name: `${family.name}: ${name}` })),
);

it.each(CASES.filter(({ name }) => name !== EXCEPTION))(
  '$name fails the connector with its fault',
  async ({ family, name }) => {
    const fault = FAULTS[name];
    expect(fault, 'this check has no broken connector').toBeDefined();
    expect((await failures(family, fault ?? {})).sort()).toEqual([name, ...(fault?.also ?? [])].sort());
  },
);

it('a check without an answer must write one error', async () => {
  const error = { type: 'TRACE', trace: { type: 'ERROR', emitted_at: 1, error: { message: 'no disk' } } };
  const configs = settings.configs.map((entry) => ({ ...entry, status: 'exception' }));
  const failed = (messages: readonly Json[]) =>
    failures(connection, {
      settings: (files) => ({ ...files, configs, bypassed: new Map() }),
      messages: (_, { command }) => (command === 'check' ? messages : _),
    });
  expect(await failed([error])).toEqual([]);
  expect(await failed([error, error])).toEqual([EXCEPTION]);
  expect(await failed([put(error, 'trace.error.message', '')])).toEqual([EXCEPTION]);
});

it('passes a spec with a choice, dates and signing in', async () => {
  const kind = (constant: string) => ({ properties: { kind: { type: 'string', const: constant, default: constant } } });
  const properties = {
    choice: { type: 'object', oneOf: [kind('oauth'), kind('token')], display_type: 'radio' },
    day: { type: ['string', 'null'], format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    places: { type: 'array', items: { type: 'object', properties: { not: { type: 'string', const: 'here' } } } },
  };
  const added = Object.entries(properties);
  const sound: Fault = each('SPEC', (message) => {
    const withFields = added.reduce(
      (result, [name, schema]) => put(result, `spec.connectionSpecification.properties.${name}`, schema),
      message,
    );
    const withKey = put(withFields, 'spec.advanced_auth.predicate_key', ['choice', 'kind']);
    return put(withKey, 'spec.advanced_auth.predicate_value', 'oauth');
  });
  expect(await failures(spec, sound)).toEqual(['spec: the spec equals the file']);
});

const TABLE = await tableOfTwelve();

it('docs/acceptance.md names every check', async () => {
  const page = await readFile(join(ROOT, 'docs/acceptance.md'), 'utf8');
  const listed = [...page.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, name]) => name);
  expect(listed).toEqual(CASES.map(({ name }) => name));
});

it('the table of broken connectors has all twelve faults', () => {
  expect([...TABLE.keys()]).toEqual(Object.keys(TWELVE));
});

const OURS = [...TABLE].filter(([, { ours }]) => ours !== '–');

it.each(OURS)('a connector with %s fails the check in the table', async (name, { ours }) => {
  const failed: string[] = [];
  for (const family of FAMILIES) failed.push(...(await failures(family, TWELVE[name] ?? {})));
  expect(failed).toContain(ours);
});

async function failures(family: Family, fault: Fault): Promise<string[]> {
  const files = fault.settings?.(settings) ?? settings;
  const packed = async () => fault.packaging?.(await packaging()) ?? packaging();
  const failed: string[] = [];
  for await (const { name, outcome } of judge(family, subjectOf(files, broken(remembering(), fault), packed))) {
    if (outcome === 'FAILED') failed.push(name);
  }
  return failed;
}

function withoutCostly(files: Settings): Settings {
  const cheap = (names: readonly string[]) => names.filter((name) => !isCostly(name));
  const states = (all: readonly Json[]) => all.filter((state) => !isCostly(at(state, 'stream.stream_descriptor.name')));
  return {
    ...files,
    metadata: put(files.metadata, 'suggestedStreams.streams', ['contacts', 'conversations']),
    fullRefresh: cheap(files.fullRefresh),
    incremental: cheap(files.incremental),
    futureStates: states(files.futureStates),
    sampleStates: states(files.sampleStates),
  };
}

const packaging = () => packagingOfDockerfile(join(ROOT, 'Dockerfile'));
const launch = broken(executable(EXECUTABLE), FEWER_STREAMS);
const answers = new Map<string, Promise<Answer>>();

/** Runs the real connector. All tests share its answers, but a test that repeats a question gets a new answer. */
function remembering(): Launch {
  const asked = new Map<string, number>();
  return (command, files) => {
    const question = JSON.stringify([command, files]);
    const turn = asked.get(question) ?? 0;
    asked.set(question, turn + 1);
    const key = `${turn} ${question}`;
    const answer = answers.get(key) ?? launch(command, files);
    answers.set(key, answer);
    return answer;
  };
}
