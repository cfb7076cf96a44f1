/** The attributes that a workspace defined, in the answer of discover, also where they cannot be read. */
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type CatalogStream, configure, type Output, type Row, rowsOf, runConnector } from '../harness/connector.ts';
import { statsOf } from '../harness/truth.ts';

const token = 'planted-secret-token';
const config = { access_token: token, start_date: '2015-01-01T00:00:00Z' };

interface Column {
  readonly type: readonly string[];
  readonly description?: string;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Column>>;
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let found: Output;
let calls: Readonly<Record<string, number>>;

const discover = (options: object = {}, baseUrl = sandbox.url) =>
  runConnector('discover', { config: { ...config, ...options } }, { baseUrl });

const streamsOf = ({ messages }: Output): readonly CatalogStream[] =>
  messages.find(({ catalog }) => catalog)?.catalog?.streams ?? [];

/** The fields of a column, by stream; undefined where they are not typed. */
function columnOf(output: Output, stream: string, column: string): Column | undefined {
  const schema = streamsOf(output).find(({ name }) => name === stream)?.json_schema as Column | undefined;
  return schema?.properties?.[column];
}

beforeAll(async () => {
  sandbox = await startSandbox({ token, companies: 20, contacts: 40, conversations: 60, tickets: 30 });
  await statsOf(sandbox.url, true);
  found = await discover({ contact_ids: ['a'], conversation_ids: ['1'], expand: ['contacts.custom_attributes'] });
  calls = (await statsOf(sandbox.url)).byEndpoint;
});

afterAll(() => sandbox.close());

const typed: readonly (readonly [stream: string, column: string, field: string, type: readonly string[]])[] = [
  ['contacts', 'custom_attributes', 'plan_interest', ['string', 'null']],
  ['contacts', 'custom_attributes', 'NPS score', ['integer', 'string', 'null']],
  ['contacts', 'custom_attributes', 'newsletter', ['boolean', 'string', 'null']],
  ['contacts_by_id', 'custom_attributes', 'NPS score', ['integer', 'string', 'null']],
  ['companies', 'custom_attributes', 'renewal_date', ['integer', 'string', 'null']],
  ['companies', 'custom_attributes', 'account manager', ['string', 'null']],
  ['companies', 'custom_attributes', 'legacy_tier', ['string', 'null']],
  ['conversations', 'custom_attributes', 'Order number', ['string', 'null']],
  ['conversations', 'custom_attributes', 'Reason', ['array', 'string', 'null']],
  ['conversations', 'custom_attributes', 'Affected devices', ['object', 'array', 'string', 'null']],
  ['conversations', 'custom_attributes', 'Old reason', ['string', 'null']],
  ['conversations_by_id', 'custom_attributes', 'Reason', ['array', 'string', 'null']],
  ['tickets', 'ticket_attributes', '_default_title_', ['string', 'null']],
  ['tickets', 'ticket_attributes', '_default_description_', ['string', 'null']],
  ['tickets', 'ticket_attributes', 'Units', ['integer', 'string', 'null']],
  ['tickets', 'ticket_attributes', 'Photo', ['object', 'array', 'string', 'null']],
];

describe('custom attributes', () => {
  it.each(typed)('%s.%s.%s has its type', (stream, column, field, type) => {
    expect(columnOf(found, stream, column)?.properties?.[field]?.type).toEqual(type);
  });

  it.each([...new Set(typed.map(([stream, column]) => `${stream}.${column}`))])('%s stays open', (name) => {
    const [stream = '', column = ''] = name.split('.');
    expect(columnOf(found, stream, column)).toMatchObject({ type: ['object', 'null'], additionalProperties: true });
  });

  it.each(['contact', 'company'])(
    'every custom attribute of a %s is there with its description, and no other',
    async (model) => {
      const response = await fetch(`${sandbox.url}/data_attributes?model=${model}&include_archived=true`, {
        headers: { Authorization: `Bearer ${token}`, 'Intercom-Version': '2.16' },
      });
      const { data } = (await response.json()) as { data: readonly Row[] };
      const custom = data.filter(({ full_name }) => String(full_name).startsWith('custom_attributes.'));
      expect(custom.length).toBeLessThan(data.length);
      const { properties = {} } =
        columnOf(found, model === 'contact' ? 'contacts' : 'companies', 'custom_attributes') ?? {};
      expect(Object.entries(properties).map(([name, { description }]) => [name, description])).toEqual(
        custom.map(({ name, description }) => [name, description]),
      );
    },
  );

  it('each list is asked for once, and nothing else is but what plans or regions may lack', () => {
    expect(calls).toEqual({
      'GET /data_attributes': 2,
      'GET /conversations/attributes': 1,
      'GET /ticket_types': 1,
      'GET /office_hours_schedules': 1,
    });
  });

  it('rows fit, and would not if a type were wrong', async () => {
    const names = ['contacts', 'companies', 'conversations', 'tickets'];
    const streams = streamsOf(found).filter(({ name }) => names.includes(name));
    const output = await runConnector('read', { config, catalog: configure(streams) }, { baseUrl: sandbox.url });
    const ajv = new Ajv.default({ strict: false });
    for (const { name, json_schema } of streams) {
      const valid = ajv.compile(json_schema);
      const rows = rowsOf(output, name);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(valid(row) || valid.errors).toBe(true);
      const [, column = '', field = ''] = typed.find(([stream]) => stream === name) ?? [];
      expect(valid({ ...rows[0], [column]: { [field]: true } }), `${name}.${column}.${field}`).toBe(false);
    }
  });
});

/** From now on calls fail like this. */
async function failing(...faults: readonly object[]): Promise<void> {
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

const refused: readonly (readonly [path: string, times: number, columns: readonly string[]])[] = [
  ['/data_attributes', 2, ['contacts.custom_attributes', 'companies.custom_attributes']],
  ['/conversations/attributes', 1, ['conversations.custom_attributes']],
  ['/ticket_types', 1, ['tickets.ticket_attributes']],
];

/** The columns of these lists stay open and without types, with a warning for each; all others have theirs. */
async function expectUntyped(paths: readonly string[], columns: readonly string[]): Promise<void> {
  const output = await discover();
  expect(output.exitCode).toBe(0);
  const warnings = output.messages.flatMap(({ log }) => (log?.level === 'WARN' ? [log.message] : []));
  expect(warnings).toHaveLength(columns.length);
  const all = [...new Set(typed.map(([stream, column]) => `${stream}.${column}`))].filter(
    (name) => !name.includes('by_id'),
  );
  for (const name of all) {
    const [stream = '', column = ''] = name.split('.');
    const { properties, additionalProperties } = columnOf(output, stream, column) ?? {};
    expect(additionalProperties, name).toBe(true);
    expect(Object.keys(properties ?? {}).length > 0, name).toBe(!columns.includes(name));
    expect(
      warnings.some((text) => text.startsWith(`${stream}: `) && paths.some((path) => text.includes(path))),
      name,
    ).toBe(columns.includes(name));
  }
}

describe('where the token may not see attributes', () => {
  it.each(refused)('%s: the columns stay untyped and open, with a warning for each', async (path, times, columns) => {
    await failing({ path, status: 403, times });
    await expectUntyped([path], columns);
  });
});

describe('where one list of attributes cannot be had', () => {
  const faults: readonly (readonly [string, object])[] = [
    ['401 about a permission', { status: 401, body: { type: 'error.list', errors: [{ code: 'token_unauthorized' }] } }],
    ['400', { status: 400 }],
    ['422', { status: 422 }],
    ['a list of errors with status 200', { status: 200, body: { type: 'error.list', errors: [{ code: 'odd_code' }] } }],
    ['no list', { status: 200, body: { type: 'list' } }],
  ];
  const cases = refused.flatMap(([path, , columns]) => faults.map(([what, fault]) => ({ what, path, fault, columns })));

  it.each(cases)('$path, $what: the columns stay untyped and open', async ({ path, fault, columns }) => {
    await failing({ path, ...fault, times: 100 });
    await expectUntyped([path], columns);
  });

  it('500 and connections that break: the columns stay untyped and open', async () => {
    const paths = ['/conversations/attributes', '/ticket_types'];
    await failing(
      { path: '/conversations/attributes', status: 500, times: 100 },
      { path: '/ticket_types', kind: 'reset', times: 100 },
    );
    await expectUntyped(paths, ['conversations.custom_attributes', 'tickets.ticket_attributes']);
  });

  afterAll(() => failing());
});

describe.concurrent('discover fails in one sentence', () => {
  const onlyError = ({ exitCode, messages }: Output) => {
    expect(exitCode).toBe(1);
    expect(messages.filter(({ catalog }) => catalog)).toEqual([]);
    const errors = messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).not.toMatch(/[.] [A-Z]/);
    return errors[0];
  };

  it('where the token is wrong', async () => {
    const error = onlyError(await discover({ access_token: 'another-token' }));
    expect(error).toMatchObject({ failure_type: 'config_error', message: expect.stringContaining('"access_token"') });
  });

  it('where Intercom answers nothing', async () => {
    await failing({ path: '*', status: 503, times: 1000 });
    expect(onlyError(await discover())).toMatchObject({ failure_type: 'transient_error' });
    await failing();
  });

  it('where there is no network', async () => {
    // The server is closed.
    const gone = await startSandbox({ token });
    await gone.close();
    const error = onlyError(await discover({}, gone.url));
    expect(error).toMatchObject({ failure_type: 'transient_error', message: expect.stringContaining('ECONNREFUSED') });
  });
});
