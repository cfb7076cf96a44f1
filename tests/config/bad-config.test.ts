/** Wrong configs: check names the problem, and read says the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { runConnector } from '../harness/connector.ts';

const token = 'planted-secret-token';
const config = { access_token: token, start_date: '2015-01-01T00:00:00Z' };
const nobody = '6762f0971bb69f9f2193bb83';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ token, companies: 3, contacts: 5, conversations: 5, tickets: 2, tags: 3 });
});

afterAll(() => sandbox.close());

type Case = readonly [what: string, config: unknown, said: RegExp];

/** Problems that the config itself shows: check and read report them. */
const wrong: readonly Case[] = [
  ['is not JSON', `{"access_token": "${token}", `, /config file .* is not JSON/],
  ['is empty', '', /access_token|empty|object/],
  ['is a list', [config], /object/],
  ['has no token', { start_date: config.start_date }, /access_token/],
  ['has a token that is a number', { ...config, access_token: 12345678 }, /access_token/],
  ['has no start date', { access_token: token }, /start_date/],
  ['has a start date in words', { ...config, start_date: 'yesterday' }, /"start_date" \("yesterday"\)/],
  ['has a start date that does not exist', { ...config, start_date: '2024-02-31T00:00:00Z' }, /start_date/],
  [
    'has a region that does not exist',
    { ...config, region: 'mars' },
    /"region" \("mars"\) must be one of "us", "eu", "au"/,
  ],
  ['has a negative lookback', { ...config, lookback_window: -1 }, /"lookback_window" \(-1\) must be >= 0/],
  ['steps through logs by no day', { ...config, activity_logs_time_step: 0 }, /"activity_logs_time_step" \(0\)/],
  [
    'has a role that is none',
    { ...config, contact_roles: ['admin'] },
    /"contact_roles.0" \("admin"\) must be one of "user", "lead"/,
  ],
  ['has roles that are no list', { ...config, contact_roles: 'user' }, /"contact_roles" \("user"\) must be array/],
  [
    'has an address that is none',
    { ...config, contact_emails: ['ann'] },
    /"contact_emails.0" \("ann"\).*ann@example.com/,
  ],
  ['has companies that are numbers', { ...config, company_ids: [7] }, /"company_ids.0" \(7\) must be string/],
  ['has an empty segment', { ...config, segment_ids: [''] }, /"segment_ids.0" is empty/],
  ['has tags that are no list', { ...config, tag_ids: { id: '1' } }, /"tag_ids" must be array/],
  [
    'wants events of a stranger',
    { ...config, event_type: 'visitor' },
    /"event_type" \("visitor"\) must be one of "user", "lead"/,
  ],
  [
    'has a status that is none',
    { ...config, conversation_states: ['done'] },
    /"conversation_states.0" \("done"\) must be one of "open", "closed", "snoozed"/,
  ],
  ['has the same status twice', { ...config, conversation_states: ['open', 'open'] }, /"conversation_states"/],
  [
    'has an admin type that is none',
    { ...config, conversation_admin_type: 'some' },
    /"conversation_admin_type" \("some"\) must be one of "all", "specific", "unassigned"/,
  ],
  [
    'wants specific admins and names none',
    { ...config, conversation_admin_type: 'specific' },
    /"conversation_admin_type" is "specific", but "admin_ids" names nobody/,
  ],
  [
    'has an admin that is no number',
    { ...config, admin_ids: ['Ann'] },
    /"admin_ids.0" \("Ann"\) is not written correctly, such as "814860"/,
  ],
  [
    'has a conversation that is no number',
    { ...config, conversation_ids: ['last'] },
    /"conversation_ids.0" \("last"\)/,
  ],
  ['has a note that is no text', { ...config, note_ids: [true] }, /"note_ids.0" \(true\) must be string/],
  [
    'expands without a column',
    { ...config, expand: ['conversations'] },
    /"expand.0" \("conversations"\).*conversations.tags/,
  ],
  ['expands a stream that is none', { ...config, expand: ['martians.tags'] }, /expand.*martians.*conversations/],
  ['expands a column that is none', { ...config, expand: ['tags.colour'] }, /expand.*tags.colour.*applied_by/],
  [
    'expands a column that is no list',
    { ...config, expand: ['contacts.name'] },
    /expand.*contacts.name.*custom_attributes/,
  ],
  [
    'has an order that is none',
    { ...config, order: 'name' },
    /"order" \("name"\) must be one of "created_at", "updated_at"/,
  ],
  ['says yes in words', { ...config, emit_deletions: 'yes' }, /"emit_deletions" \("yes"\) must be boolean/],
  [
    'wants more than all of the rate limit',
    { ...config, rate_limit_share: 101 },
    /"rate_limit_share" \(101\) must be <= 100/,
  ],
  ['wants half a worker', { ...config, num_workers: 0.5 }, /"num_workers" \(0.5\)/],
];

/** Problems that only Intercom's answers show. */
const missing: readonly Case[] = [
  [
    'has an admin that is not there',
    { ...config, conversation_admin_type: 'specific', admin_ids: ['1'] },
    /"admin_ids" names "1", which is not an admin of this workspace: possible are \d+ \(/,
  ],
  [
    'has a tag that is not there',
    { ...config, tag_ids: ['1', '2'] },
    /"tag_ids" names "1", "2", which is not a tag .*: possible are \d+ \(/,
  ],
  [
    'has a segment that is not there',
    { ...config, segment_ids: [nobody] },
    /"segment_ids" names "6762.*possible are [0-9a-f]{24} \(/,
  ],
  [
    'has a company that is not there',
    { ...config, company_ids: ['acme', nobody] },
    /"company_ids" names "acme", "6762/,
  ],
  [
    'has an address that nobody has',
    { ...config, contact_emails: ['no@body.example'] },
    /"contact_emails" names "no@body.example"/,
  ],
  [
    'has contacts that are not there',
    { ...config, contact_ids: ['x', nobody, 'no@body.example'] },
    /"contact_ids" names "x", "6762[^"]*", "no@body.example"/,
  ],
  [
    'has a conversation that is not there',
    { ...config, conversation_ids: ['1'] },
    /"conversation_ids" names "1", which is not a conversation/,
  ],
  ['has a note that is not there', { ...config, note_ids: ['1'] }, /"note_ids" names "1", which is not a note/],
  ['has several such', { ...config, note_ids: ['1'], tag_ids: ['1'] }, /"tag_ids" names "1".*"note_ids" names "1"/],
];

describe('a config that', () => {
  it.concurrent.each([...wrong, ...missing])('%s: check says FAILED', async (_, bad, said) => {
    const checked = await runConnector('check', { config: bad }, { baseUrl: sandbox.url });
    expect(checked.exitCode).toBe(0);
    expect(checked.messages.map(({ type }) => type)).toEqual(['CONNECTION_STATUS']);
    const status = checked.messages[0]?.connectionStatus;
    expect(status?.status).toBe('FAILED');
    expect(status?.message).toMatch(said);
    expect(status?.message).not.toContain(token);
    expect(status?.message?.match(/[.] [A-Z]/), 'one sentence').toBeNull();
  });

  it.concurrent.each(wrong)('%s: read ends with config_error and no row', async (_, bad, said) => {
    const catalog = {
      streams: [{ stream: { name: 'tags' }, sync_mode: 'full_refresh', destination_sync_mode: 'append' }],
    };
    const { messages, exitCode, stderr } = await runConnector(
      'read',
      { config: bad, catalog },
      { baseUrl: sandbox.url },
    );
    expect(exitCode).toBe(1);
    expect(messages.flatMap(({ trace }) => trace?.error ?? [])).toMatchObject([
      { failure_type: 'config_error', message: expect.stringMatching(said) },
    ]);
    expect(messages.filter(({ record, state }) => record ?? state)).toEqual([]);
    expect(JSON.stringify(messages) + stderr).not.toContain(token);
  });
});
