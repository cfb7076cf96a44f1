/** A token without some permissions, and a plan without some features: the messages of check, discover and read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import type { CatalogStream } from '../harness/connector.ts';
import { type Output, rowsOf, runConnector } from '../harness/connector.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
const size = { companies: 5, contacts: 20, conversations: 10, tickets: 8, tags: 3, rateLimit: 100_000 };
const WITHOUT_TAGS = [
  'read_admins',
  'read_users_companies',
  'read_conversations',
  'read_tickets',
  'read_events',
  'read_brands',
  'read_emails',
  'read_write_office_hours',
  'read_articles',
  'read_content',
  'read_audiences',
  'read_data_connectors',
];

const READ = ['tags', 'admins', 'contacts', 'tickets', 'ticket_parts', 'contact_events'];
const catalog = {
  streams: READ.map((name) => ({
    stream: { name },
    sync_mode: 'full_refresh',
    destination_sync_mode: 'append',
  })),
};

let sandbox: RunningSandbox;

const check = async () => {
  const { messages, exitCode } = await runConnector('check', { config }, { baseUrl: sandbox.url });
  expect(exitCode).toBe(0);
  return messages.find(({ connectionStatus }) => connectionStatus)?.connectionStatus;
};
const discover = () => runConnector('discover', { config }, { baseUrl: sandbox.url });
const read = () => runConnector('read', { config, catalog }, { baseUrl: sandbox.url });

const streamsOf = ({ messages }: Output): readonly CatalogStream[] =>
  messages.find(({ catalog: found }) => found)?.catalog?.streams ?? [];

function statusesOf({ messages }: Output): Readonly<Record<string, string>> {
  const statuses = messages.flatMap(({ trace }) => trace?.stream_status ?? []);
  return Object.fromEntries(statuses.map(({ stream_descriptor, status }) => [stream_descriptor.name, status]));
}

const errorsOf = ({ messages }: Output) => messages.flatMap(({ trace }) => trace?.error ?? []);

/** The streams of READ: the named ones INCOMPLETE and the others COMPLETE. */
function allBut(...failed: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(READ.map((name) => [name, failed.includes(name) ? 'INCOMPLETE' : 'COMPLETE']));
}

describe.each([
  ['403 forbidden', false],
  ['401 token_unauthorized', true],
])('where a permission is missing and comes as %s', (_, scope401) => {
  beforeAll(async () => {
    sandbox = await startSandbox({ ...size, scopes: WITHOUT_TAGS, scope401 });
  });
  afterAll(() => sandbox.close());

  it('check succeeds and names it with its streams', async () => {
    const status = await check();
    expect(status?.status).toBe('SUCCEEDED');
    expect(status?.message).toMatch(/lacks "Read tags" \(for tags[^)]*\).*: grant it/);
    expect(status?.message).not.toContain('plan');
  });

  it('discover gives the whole catalog', async () => {
    const output = await discover();
    expect(output.exitCode).toBe(0);
    expect(streamsOf(output).map(({ name }) => name)).toEqual(expect.arrayContaining([...READ, 'activity_logs']));
  });

  it('read fails its stream with its name, and completes the others', async () => {
    const output = await read();
    expect(output.exitCode).toBe(1);
    expect(statusesOf(output)).toEqual(allBut('tags'));
    expect(errorsOf(output)).toMatchObject([
      {
        failure_type: 'config_error',
        stream_descriptor: { name: 'tags' },
        message: expect.stringMatching(/GET \/tags .*give the token the permission "Read tags"/),
      },
    ]);
    expect(rowsOf(output, 'contacts').length).toBe(20);
  });
});

describe('where every stream is refused with 401 token_unauthorized', () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ ...size, scopes: [], scope401: true });
  });
  afterAll(() => sandbox.close());

  it('check fails with all permissions that are missing', async () => {
    const status = await check();
    expect(status?.status).toBe('FAILED');
    expect(status?.message).toContain('"Read tickets" (for tickets, ticket_parts,');
  });
});

describe('where the plan does not include something', () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ ...size, scopes: WITHOUT_TAGS, planLacks: ['tickets', 'events'] });
  });
  afterAll(() => sandbox.close());

  it('check names these streams apart from missing permissions', async () => {
    const status = await check();
    expect(status?.status).toBe('SUCCEEDED');
    const [missing, apart] = status?.message?.split("not included in the workspace's plan or region: ") ?? [];
    expect(missing).toMatch(/lacks "Read tags" \(for tags[^)]*\).*: grant it/);
    expect(missing).not.toMatch(/tickets|events/);
    for (const name of ['tickets', 'ticket_parts', 'contact_events']) expect(apart).toContain(name);
    expect(apart).not.toMatch(/\btags|"Read/);
  });

  it('read says so of each of them, and completes the others', async () => {
    const output = await read();
    expect(output.exitCode).toBe(1);
    expect(statusesOf(output)).toEqual(allBut('tags', 'tickets', 'ticket_parts', 'contact_events'));
    const errors = errorsOf(output).filter(({ stream_descriptor }) => stream_descriptor?.name !== 'tags');
    expect(errors).toHaveLength(3);
    for (const { message, failure_type } of errors) {
      expect(failure_type).toBe('config_error');
      expect(message).toContain("the workspace's plan does not include this, and no permission of the token helps");
    }
  });
});

const HOURS = ['office_hours_schedules', 'office_hours_exceptions'];

describe.each<readonly [string, object, readonly string[]]>([
  ['plan', { planLacks: ['office_hours_schedules', 'teams/{id}/metrics'] }, ['team_metrics', ...HOURS]],
  ['region', { regionLacks: ['office_hours_schedules'] }, HOURS],
])('where the %s lacks what not every one has', (_, lacks, absent) => {
  const wider = { ...config, optional_streams: ['team_metrics'], expand: ['office_hours_schedules.time_intervals'] };
  const run = (command: string, files = {}) =>
    runConnector(command, { config: wider, ...files }, { baseUrl: sandbox.url });

  beforeAll(async () => {
    sandbox = await startSandbox({ ...size, ...lacks });
  });
  afterAll(() => sandbox.close());

  it('discover leaves its streams out, and names them in one warning', async () => {
    const output = await run('discover');
    expect(output.exitCode).toBe(0);
    const names = streamsOf(output).map(({ name }) => name);
    for (const name of [...absent, 'office_hours_schedules__time_intervals']) expect(names).not.toContain(name);
    expect(names).toEqual(expect.arrayContaining(['teams', 'team_admins', 'contacts', 'brands']));
    const warnings = output.messages.flatMap(({ log }) => (log?.level === 'WARN' ? [log.message] : []));
    expect(warnings).toHaveLength(1);
    for (const name of absent) expect(warnings[0]).toContain(name);
  });

  it('check succeeds and names them', async () => {
    const { messages } = await run('check');
    const status = messages.find(({ connectionStatus }) => connectionStatus)?.connectionStatus;
    expect(status?.status).toBe('SUCCEEDED');
    const [, apart] = status?.message?.split("not included in the workspace's plan or region: ") ?? [];
    expect(apart?.split(';')[0]?.split(', ')).toEqual(absent);
  });

  it('read fails each of them with one sentence, and completes the others', async () => {
    const names = [...absent, 'teams', 'brands'];
    const streams = names.map((name) => ({ stream: { name }, sync_mode: 'full_refresh' }));
    const output = await run('read', { catalog: { streams } });
    expect(statusesOf(output)).toEqual(
      Object.fromEntries(names.map((name) => [name, absent.includes(name) ? 'INCOMPLETE' : 'COMPLETE'])),
    );
    const errors = errorsOf(output);
    expect(errors.map(({ stream_descriptor }) => stream_descriptor?.name).toSorted()).toEqual(absent.toSorted());
    for (const { message, failure_type } of errors) {
      expect(failure_type).toBe('config_error');
      expect(message).toMatch(/plan .*does not include (this|it)/);
    }
  });
});

describe('where one call is refused with 401 and no code', () => {
  const page = { path: '/tags', status: 401, kind: 'html', times: 100 };
  const faults = (...entries: readonly object[]) =>
    fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: entries }) });

  beforeAll(async () => {
    sandbox = await startSandbox(size);
  });
  afterAll(() => sandbox.close());

  it('only its stream fails as long as /me is answered', async () => {
    await faults(page);
    const output = await read();
    expect(statusesOf(output)).toEqual(allBut('tags'));
    expect(errorsOf(output)).toMatchObject([
      { stream_descriptor: { name: 'tags' }, message: expect.stringContaining('the permission "Read tags"') },
    ]);
  });

  it('the sync ends with one error where /me is refused, too', async () => {
    await faults(page, { ...page, path: '/me' });
    const output = await read();
    expect(output.exitCode).toBe(1);
    expect(errorsOf(output)).toMatchObject([
      { failure_type: 'config_error', message: expect.stringContaining('"access_token"') },
    ]);
  });

  it('check says that the token is not accepted where /me is refused', async () => {
    const unclear = { type: 'error.list', errors: [{ code: 'token_unauthorized', message: 'Not authorized' }] };
    await faults({ path: '/me', status: 401, times: 100, body: unclear });
    expect(await check()).toMatchObject({ status: 'FAILED', message: expect.stringContaining('"access_token"') });
  });
});

it('a conversation whose answer is a list of errors with status 200 makes no rows', async () => {
  sandbox = await startSandbox(size);
  try {
    const body = { type: 'error.list', errors: [{ code: 'odd_code', message: 'Something odd' }] };
    const fault = { path: '/conversations/{id}', status: 200, times: 1, body };
    await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: [fault] }) });
    const [first] = (await (await fetch(`${sandbox.url}/__sandbox/truth?stream=conversations`)).text()).split('\n');
    const { key } = JSON.parse(first ?? '') as { key: { id: string } };
    const output = await runConnector(
      'read',
      {
        config: { ...config, conversation_ids: [key.id] },
        catalog: {
          streams: [
            {
              stream: { name: 'conversations_by_id' },
              sync_mode: 'full_refresh',
              destination_sync_mode: 'append',
            },
          ],
        },
      },
      { baseUrl: sandbox.url },
    );
    expect(rowsOf(output, 'conversations_by_id')).toEqual([]);
    expect(statusesOf(output)).toEqual({ conversations_by_id: 'INCOMPLETE' });
    expect(errorsOf(output)).toMatchObject([{ message: expect.stringContaining('Something odd') }]);
  } finally {
    await sandbox.close();
  }
});
