/** Columns that become streams, each against the truth about the rows that it is a column of. */
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import {
  type CatalogStream,
  configure,
  lastStates,
  type Output,
  type Row,
  rowsOf,
  runConnector,
} from '../harness/connector.ts';
import { bodiesOf, idsOf, readWhole } from '../harness/sync.ts';
import { keyFieldsOf, keyOf, mutate, statsOf, truthOf } from '../harness/truth.ts';

/** Where the elements of a column are, in Intercom's shape of it. */
const inside = (field: string) => (value: unknown) => ((value as Row | null)?.[field] ?? []) as readonly unknown[];
const itself = (value: unknown) => (value === null || value === undefined ? [] : [value]);
const asList = (value: unknown) => (value ?? []) as readonly unknown[];

interface Case {
  readonly stream: string;
  readonly column: string;
  readonly elements: (value: unknown) => readonly unknown[];
  /** The cursor of the stream, where it has one. */
  readonly cursor?: string;
}

const cases: readonly Case[] = [
  { stream: 'conversations', column: 'tags', elements: inside('tags'), cursor: 'updated_at' },
  { stream: 'conversations', column: 'statistics', elements: itself, cursor: 'updated_at' },
  { stream: 'conversations', column: 'custom_attributes', elements: itself, cursor: 'updated_at' },
  { stream: 'conversation_parts', column: 'attachments', elements: asList, cursor: 'conversation_updated_at' },
  { stream: 'contacts', column: 'tags', elements: inside('data'), cursor: 'updated_at' },
  { stream: 'companies', column: 'plan', elements: itself, cursor: 'updated_at' },
  { stream: 'companies', column: 'custom_attributes', elements: itself, cursor: 'updated_at' },
  { stream: 'notes', column: 'author', elements: itself, cursor: 'parent_updated_at' },
  { stream: 'tickets', column: 'ticket_attributes', elements: itself, cursor: 'updated_at' },
  { stream: 'tickets', column: 'ticket_parts', elements: inside('ticket_parts'), cursor: 'updated_at' },
  { stream: 'teams', column: 'admin_ids', elements: asList },
];
const nameOf = ({ stream, column }: Case) => `${stream}__${column}`;
const expand = cases.map(({ stream, column }) => `${stream}.${column}`);
const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z', expand };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let streams: readonly CatalogStream[];
let first: Output;

const read = (state?: unknown, options: object = {}) =>
  runConnector(
    'read',
    { config: { ...config, ...options }, catalog: configure(streams), ...(state ? { state } : {}) },
    { baseUrl: sandbox.url },
  );

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 30, contacts: 80, conversations: 80, tickets: 30, rateLimit: 100_000 });
  const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
  const catalog = discovered.messages.find((message) => message.catalog)?.catalog?.streams ?? [];
  const wanted = new Set(cases.flatMap((each) => [each.stream, nameOf(each)]));
  streams = catalog.filter(({ name }) => wanted.has(name));
  first = await read();
});

afterAll(() => sandbox.close());

function streamOf(each: Case): CatalogStream {
  const stream = streams.find(({ name }) => name === nameOf(each));
  if (!stream) throw new Error(`discover does not offer ${nameOf(each)}`);
  return stream;
}

/** The rows that there should be, by key. */
async function expected({ stream, column, elements, cursor }: Case): Promise<ReadonlyMap<string, Row>> {
  const truth = [...(await truthOf(sandbox.url, stream)).values()];
  const conversations = new Map((await bodiesOf(sandbox.url, 'conversations')).map((body) => [body.id, body]));
  const rows = truth.flatMap(({ updated_at, body }) =>
    elements(body[column]).map((element, position) => ({
      parent_id: String(body.id),
      // The truth about a part says when the part itself changed.
      ...(cursor ? { [`parent_${cursor}`]: conversations.get(body.conversation_id)?.updated_at ?? updated_at } : {}),
      position,
      ...(typeof element === 'object' ? element : { value: element }),
    })),
  );
  return new Map(rows.map((row) => [keyOf(row, ['parent_id', 'position']), row]));
}

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row, ['parent_id', 'position']), row]));

it('completes', () => {
  expect(first.messages.filter(({ trace }) => trace?.type === 'ERROR')).toEqual([]);
  expect(first.exitCode).toBe(0);
});

describe.each(cases.map((each) => [nameOf(each), each] as const))('%s', (_, each) => {
  it('has the elements of every row, each once and valid against the schema', async () => {
    const { json_schema } = streamOf(each);
    const valid = new Ajv.default({ strict: false }).compile(json_schema);
    const rows = rowsOf(first, nameOf(each));
    expect(rows.length).toBeGreaterThan(0);
    expect(byKey(rows).size).toBe(rows.length);
    expect(byKey(rows)).toEqual(await expected(each));
    for (const row of rows) expect(valid(row) || valid.errors, JSON.stringify(row)).toBe(true);
  });

  it('is declared: its key, its cursor, and the fields of its elements', () => {
    const stream = streamOf(each);
    const { properties } = stream.json_schema as { properties: Record<string, object> };
    expect(keyFieldsOf(stream)).toEqual(['parent_id', 'position']);
    expect(stream.default_cursor_field).toEqual(each.cursor ? [`parent_${each.cursor}`] : undefined);
    expect(stream.supported_sync_modes).toEqual(each.cursor ? ['full_refresh', 'incremental'] : ['full_refresh']);
    const inherited = new Set(['parent_id', 'position', ...(stream.default_cursor_field ?? [])]);
    const fields = new Set(rowsOf(first, nameOf(each)).flatMap((row) => Object.keys(row)));
    const declared = Object.keys(properties).filter((field) => !inherited.has(field));
    expect(declared.filter((field) => fields.has(field))).not.toEqual([]);
  });
});

it('is silent where nothing changed', async () => {
  const second = await read(lastStates(first));
  expect(second.exitCode).toBe(0);
  for (const each of cases) {
    const rows = rowsOf(second, nameOf(each)).length;
    expect(rows, nameOf(each)).toBe(each.cursor ? 0 : rowsOf(first, nameOf(each)).length);
  }
});

it('costs no call beside those of the parent, where its rows are asked for one by one as well', async () => {
  const parents = ['conversation_parts', 'notes'];
  const callsOf = async (...names: readonly string[]) => {
    await statsOf(sandbox.url, true);
    await readWhole(sandbox.url, { expand }, ...names);
    return (await statsOf(sandbox.url)).byEndpoint;
  };
  const without = await callsOf(...parents);
  const children = ['conversation_parts__attachments', 'notes__author'];
  expect(without['GET /conversations/{id}']).toBeGreaterThan(0);
  expect(without['GET /contacts/{id}/notes']).toBeGreaterThan(0);
  expect(await callsOf(...parents, ...children), 'beside the parents').toEqual(without);
  expect(await callsOf(...children), 'alone').toEqual(without);
});

it('works on records by id, which are asked for once', async () => {
  const ids = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(0, 3);
  const options = { conversation_ids: ids, expand: ['conversations_by_id.conversation_parts'] };
  await statsOf(sandbox.url, true);
  const output = await readWhole(
    sandbox.url,
    options,
    'conversations_by_id',
    'conversations_by_id__conversation_parts',
  );
  expect((await statsOf(sandbox.url)).byEndpoint['GET /conversations/{id}']).toBe(ids.length);
  const parts = (await bodiesOf(sandbox.url, 'conversation_parts')).filter(({ conversation_id }) =>
    ids.includes(String(conversation_id)),
  );
  expect(idsOf(rowsOf(output, 'conversations_by_id__conversation_parts'))).toEqual(idsOf(parts));
});

it('emits what changed, and no elements of what is gone', async () => {
  const [doomed = '', changed = ''] = idsOf(rowsOf(first, 'conversations__tags'), 'parent_id');
  const operation = (op: string, id: string) => ({ op, kind: 'conversations', id });
  await mutate(sandbox.url, { operations: [operation('delete', doomed), operation('update', changed)] });
  const third = await read(lastStates(first), { emit_deletions: true });
  expect(third.exitCode).toBe(0);
  const gone = rowsOf(third, 'conversations').filter((row) => row._ab_cdc_deleted_at);
  expect(gone.map(({ id }) => id)).toEqual([doomed]);
  for (const name of ['conversations__tags', 'conversations__statistics', 'conversations__custom_attributes']) {
    expect(rowsOf(third, name).filter(({ parent_id }) => parent_id === doomed)).toEqual([]);
  }
  const rows = rowsOf(third, 'conversations__tags').filter(({ parent_id }) => parent_id === changed);
  const [tags] = cases;
  if (!tags) throw new Error('there are no cases');
  const truth = [...(await expected(tags)).values()].filter(({ parent_id }) => parent_id === changed);
  expect(byKey(rows)).toEqual(byKey(truth));
});

describe('a value that names nothing', () => {
  it.each([
    ['martians.tags', /"expand" names "martians.tags".*no stream "martians".*conversations/],
    ['contacts_by_id.tags', /no stream "contacts_by_id" under this config/],
    ['conversations.nothing', /"expand" names "conversations.nothing".*possible are .*conversations.tags/],
    ['contacts.name', /"expand" names "contacts.name".*possible are .*contacts.tags/],
    ['counts.value', /the stream counts has none/],
  ])('%s: check, discover and read say so', async (value, said) => {
    const files = { config: { ...config, expand: [value] } };
    const options = { baseUrl: sandbox.url };
    const checked = await runConnector('check', files, options);
    const [status] = checked.messages.flatMap(({ connectionStatus }) => connectionStatus ?? []);
    expect(status).toMatchObject({ status: 'FAILED', message: expect.stringMatching(said) });
    const others = [
      await runConnector('discover', files, options),
      await runConnector('read', { ...files, catalog: configure(streams) }, options),
    ];
    for (const { messages, exitCode } of others) {
      expect(exitCode).toBe(1);
      expect(messages.flatMap(({ trace }) => trace?.error ?? [])).toMatchObject([
        { failure_type: 'config_error', message: status?.message },
      ]);
      expect(messages.filter(({ record, catalog }) => record ?? catalog)).toEqual([]);
    }
  });
});
