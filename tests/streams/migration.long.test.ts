/** Moving over: a sync resumes from the states of airbyte/source-intercom 0.13 and of the Singer tap. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { theirConfig } from '../harness/airbyte-config.ts';
import {
  type CatalogStream,
  configure,
  lastStates,
  type Output,
  type Row,
  rowsOf,
  runConnector,
} from '../harness/connector.ts';
import { keyFieldsOf, keyOf, mutate, truthOf } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** In the middle of the sandbox's history: the syncs resume from here. */
const SAFE = 1_738_368_000;
const SAFE_TIME = '2025-02-01T00:00:00.000000Z';
/** Another time that such a state may hold. */
const LATER = SAFE + 200 * 24 * 60 * 60;
/** Our overlap of 15 minutes, and the lookback that some of the states ask for. */
const BEHIND = 15 * 60 + 37;

const LOG = ['activity_logs'];
const SEARCHED = ['contacts', 'conversations', 'tickets'];
const STAMPED = [...SEARCHED, 'companies', 'segments', 'conversation_parts'];
const WHOLE = ['admins', 'tags', 'teams', 'company_attributes', 'contact_attributes'];

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let catalog: ReadonlyMap<string, CatalogStream>;

beforeAll(async () => {
  sandbox = await startSandbox({
    rateLimit: 100_000,
    companies: 40,
    contacts: 60,
    conversations: 40,
    tickets: 40,
    activityLogs: 60,
  });
  // The next sync emits the changes of the second in which a sync begins.
  await mutate(sandbox.url, { count: 0 });
  const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
  const streams = discovered.messages.find((message) => message.catalog)?.catalog?.streams ?? [];
  catalog = new Map(streams.map((stream) => [stream.name, stream]));
});

afterAll(() => sandbox.close());

function streamOf(name: string): CatalogStream {
  const stream = catalog.get(name);
  if (!stream) throw new Error(`no stream ${name}`);
  return stream;
}

const read = (names: readonly string[], state: unknown) =>
  runConnector('read', { config, catalog: configure(names.map(streamOf)), state }, { baseUrl: sandbox.url });

/** As a platform hands states over. */
const listed = (names: readonly string[], state: unknown) =>
  names.map((name) => ({
    type: 'STREAM',
    stream: { stream_descriptor: { name, namespace: null }, stream_state: state },
  }));

const bookmarks = (names: readonly string[], state: unknown) => Object.fromEntries(names.map((name) => [name, state]));

const slice = (start: unknown, end: unknown, newest: unknown) => ({ start, end, most_recent_cursor_value: newest });
const slices = [slice('0', `${SAFE + 60}`, `${SAFE}`), slice(LATER, LATER + 60, LATER)];
const later = { updated_at: LATER };

const forms: readonly (readonly [form: string, streams: readonly string[], state: unknown])[] = [
  ['numbers', STAMPED, listed(STAMPED, { updated_at: SAFE })],
  ['text', STAMPED, listed(STAMPED, { updated_at: `${SAFE}` })],
  ['numbers of a log', LOG, listed(LOG, { created_at: SAFE })],
  ['text of a log', LOG, { type: 'LEGACY', data: { activity_logs: { created_at: `${SAFE}` } } }],
  ['a sync before', STAMPED, listed(STAMPED, { updated_at: `${LATER}`, prior_state: { updated_at: SAFE } })],
  ['slices', STAMPED, listed(STAMPED, { state_type: 'date-range', slices, legacy: later })],
  ['slices of a log', LOG, listed(LOG, { state_type: 'date-range', slices })],
  [
    'a global cursor behind its parent',
    ['conversation_parts'],
    listed(['conversation_parts'], {
      use_global_cursor: true,
      state: { updated_at: `${SAFE}` },
      lookback_window: 37,
      parent_state: { conversations: { updated_at: `${LATER}` } },
    }),
  ],
  [
    'a global cursor ahead of its parent',
    ['conversation_parts'],
    listed(['conversation_parts'], {
      use_global_cursor: true,
      state: later,
      lookback_window: 37,
      parent_state: { conversations: { updated_at: SAFE } },
    }),
  ],
  [
    'a cursor for each partition',
    ['conversation_parts'],
    listed(['conversation_parts'], {
      use_global_cursor: false,
      states: [{ partition: { id: '1', parent_slice: {} }, cursor: { updated_at: '5' } }],
      state: { updated_at: `${SAFE}` },
      parent_state: { conversations: { updated_at: `${SAFE}` } },
    }),
  ],
  [
    'a parent beside the cursor',
    ['conversation_parts'],
    listed(['conversation_parts'], { updated_at: LATER, prior_state: later, conversations: { updated_at: SAFE } }),
  ],
  [
    'Singer bookmarks',
    STAMPED,
    { currently_syncing: null, bookmarks: bookmarks(STAMPED, { updated_at: SAFE_TIME, more: null }) },
  ],
  [
    'the state of a Singer tap that broke off',
    SEARCHED,
    {
      currently_syncing: 'conversations',
      bookmarks: bookmarks(SEARCHED, { updated_at: SAFE_TIME, last_processed: '9', last_sync_started_at: LATER }),
    },
  ],
  ['early Singer bookmarks', STAMPED, { bookmarks: bookmarks(STAMPED, SAFE_TIME) }],
  [
    'a line of a Singer tap',
    STAMPED,
    { type: 'STATE', value: { bookmarks: bookmarks(STAMPED, { updated_at: SAFE_TIME }) } },
  ],
];

/** When each of a stream's rows was last changed, by its key; of a part, when its conversation was. */
async function changesOf(name: string): Promise<ReadonlyMap<string, number>> {
  const conversations = await truthOf(sandbox.url, 'conversations');
  const truth = await truthOf(sandbox.url, name);
  const changed = ({ body, updated_at }: { body: Row; updated_at: unknown }) =>
    name === 'activity_logs' ? body.created_at : updated_at;
  const parent = ({ conversation_id }: Row) => conversations.get(keyOf({ id: conversation_id }, ['id']));
  return new Map([...truth].map(([key, row]) => [key, Number(changed(parent(row.body) ?? row))]));
}

async function expectFromSafe(output: Output, name: string): Promise<void> {
  const came = new Set(rowsOf(output, name).map((row) => keyOf(row, keyFieldsOf(streamOf(name)))));
  const changes = await changesOf(name);
  const since = (moment: number) => [...changes].filter(([, at]) => at >= moment).map(([key]) => key);
  expect(since(SAFE).length, `the history of ${name}`).toBeGreaterThan(0);
  expect(changes.size, `the history of ${name}`).toBeGreaterThan(since(SAFE - BEHIND).length);
  expect(
    since(SAFE).filter((key) => !came.has(key)),
    `lacking of ${name}`,
  ).toEqual([]);
  const wanted = new Set(since(SAFE - BEHIND));
  expect(
    [...came].filter((key) => !wanted.has(key)),
    `too much of ${name}`,
  ).toEqual([]);
}

describe('a saved state goes on from where it stood, and becomes one of ours:', () => {
  it.each(forms)('%s', async (_, names, state) => {
    const output = await read(names, state);
    expect(output.messages.flatMap(({ trace }) => trace?.error ?? [])).toEqual([]);
    expect(output.exitCode).toBe(0);
    for (const name of names) await expectFromSafe(output, name);
    const states = lastStates(output);
    expect(states.map(({ stream }) => stream.stream_descriptor.name).toSorted()).toEqual(names.toSorted());
    for (const { stream } of states) {
      const cursor = stream.stream_descriptor.name === 'activity_logs' ? 'created_at' : 'updated_at';
      expect(stream.stream_state).toMatchObject({ [cursor]: expect.any(Number), recent: expect.any(Object) });
      expect(stream.stream_state).not.toHaveProperty('slices');
    }
  });
});

it.each<[string, unknown]>([
  [
    'of Airbyte',
    [...listed(['company_segments'], { updated_at: LATER, companies: later }), ...listed(['companies'], later)],
  ],
  ['of the tap', { bookmarks: bookmarks(['company_segments', 'companies'], '2025-08-20T00:00:00.000000Z') }],
])('company_segments ignores a state %s, fills itself once and says so', async (_, state) => {
  const names = ['company_segments', 'companies'];
  const output = await read(names, state);
  expect(output.exitCode).toBe(0);
  const warnings = output.messages.flatMap(({ log }) => (log?.level === 'WARN' ? [log.message] : []));
  expect(warnings).toEqual([expect.stringMatching(/^company_segments: .*another connector.*ignored/)]);
  expect(rowsOf(output, 'company_segments')).toHaveLength((await truthOf(sandbox.url, 'company_segments')).size);
  expect(rowsOf(output, 'companies').length).toBeLessThan((await truthOf(sandbox.url, 'companies')).size);
  const again = await read(names, lastStates(output));
  expect(again.messages.filter(({ record, log }) => record ?? log?.level === 'WARN')).toEqual([]);
});

it.each([
  ['{"__ab_full_refresh_sync_complete":true}', { __ab_full_refresh_sync_complete: true }],
  ['{"__ab_no_cursor_state_message":true}', { __ab_no_cursor_state_message: true }],
  ['{}', {}],
])('%s: what has no cursor comes whole', async (_, state) => {
  const names = [...WHOLE, 'segments'];
  const output = await read(names, listed(names, state));
  expect(output.exitCode).toBe(0);
  for (const name of names) expect(rowsOf(output, name)).toHaveLength((await truthOf(sandbox.url, name)).size);
});

it('a cursor that is no time: its stream says so and reads nothing, the others go on', async () => {
  const names = ['contacts', 'tickets'];
  const state = [...listed(['contacts'], { updated_at: 'yesterday' }), ...listed(['tickets'], { updated_at: SAFE })];
  const output = await read(names, state);
  expect(output.exitCode).toBe(1);
  const errors = output.messages.flatMap(({ trace }) => trace?.error ?? []);
  expect(errors).toMatchObject([{ failure_type: 'config_error', stream_descriptor: { name: 'contacts' } }]);
  expect(errors[0]?.message).toMatch(/"yesterday" as its "updated_at".*reset the stream/);
  expect(rowsOf(output, 'contacts')).toEqual([]);
  await expectFromSafe(output, 'tickets');
});

it('a config with every field of airbyte/source-intercom 0.13 works as it is', async () => {
  const output = await runConnector('check', { config: theirConfig }, { baseUrl: sandbox.url });
  const status = output.messages.find(({ connectionStatus }) => connectionStatus)?.connectionStatus;
  expect(status?.status).toBe('SUCCEEDED');
  expect(JSON.stringify(output.messages)).not.toContain(theirConfig.client_secret);
});
