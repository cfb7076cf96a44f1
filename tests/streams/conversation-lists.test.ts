/** The lists inside conversations in every shape that they may have: which rows come, and what is noted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { now, startSearch } from '../harness/small-search.ts';
import { truthOf } from '../harness/truth.ts';

interface Case {
  /** The fields of each conversation, one after the other. */
  readonly records: readonly object[];
  /** The rows, without the columns about the conversation. */
  readonly rows: readonly object[];
  /** Parts of the notes. */
  readonly notes?: readonly string[];
}

const admin = (id: string) => ({ type: 'admin', id });
const link = (type: string, id: string) => ({ type, id, category: null });
const order = (id: number) => ({ type: 'Order', id, external_id: `o-${id}` });
const orderRow = (id: string) => ({ object_type: 'Order', object_id: id, external_id: `o-${id}` });
const asked = { created_at: 5, updated_at: 6 };
const nobody = { contact: null, teammate: null };

const cases: Readonly<Record<string, Case>> = {
  conversation_admins: {
    records: [
      { teammates: { type: 'admin.list', admins: [admin('1')] } },
      { teammates: { type: 'admin.list', teammates: [admin('2'), { type: 'workflow', id: 3 }] } },
      { teammates: [admin('4')] },
      { teammates: null },
      { teammates: 'text' },
      {},
    ],
    rows: [
      { admin_id: '1', type: 'admin' },
      { admin_id: '2', type: 'admin' },
      { admin_id: '3', type: 'workflow' },
      { admin_id: '4', type: 'admin' },
    ],
    notes: ['1 entries of teammates left out'],
  },
  conversation_topics: {
    records: [
      { topics: {} },
      { topics: null },
      { topics: { type: 'topic.list', topics: [{ type: 'topic', id: 9, name: 'Bugs' }], total_count: 3 } },
    ],
    rows: [{ topic_id: '9', name: 'Bugs' }],
    notes: ['2 entries of topics that Intercom counts and does not show'],
  },
  conversation_linked_objects: {
    records: [
      { linked_objects: { data: [link('ticket', '5'), link('conversation', '5')], total_count: 2, has_more: false } },
      { linked_objects: { data: [link('ticket', '6')], total_count: 1200, has_more: true } },
      { linked_objects: { data: [], has_more: true } },
      { linked_objects: null },
    ],
    rows: [
      { linked_object_type: 'ticket', linked_object_id: '5', category: null },
      { linked_object_type: 'conversation', linked_object_id: '5', category: null },
      { linked_object_type: 'ticket', linked_object_id: '6', category: null },
    ],
    notes: ['1200 linked objects beyond the 1,000'],
  },
  conversation_ratings: {
    records: [
      { conversation_rating: { rating: null, ...asked, teammate: admin('1') }, ai_agent: { rating: 4, ...asked } },
      { conversation_rating: null, ai_agent: { rating: null, rating_remark: null, created_at: 5, updated_at: null } },
      { ai_agent: { rating: null, rating_remark: null, created_at: null, updated_at: null } },
      { ai_agent: null },
      { conversation_rating: 'text', ai_agent: 'text' },
    ],
    rows: [
      { rated: 'teammate', rating: null, ...asked, teammate: admin('1') },
      { rated: 'ai_agent', rating: 4, remark: null, ...asked, ...nobody },
      { rated: 'ai_agent', rating: null, remark: null, created_at: 5, updated_at: null, ...nobody },
    ],
    notes: ['1 entries of conversation_rating left out'],
  },
  conversation_ai_content_sources: {
    records: [
      { ai_agent: { content_sources: { content_sources: [{ url: '/a' }, { url: '/b' }], total_count: 5 } } },
      { ai_agent: { content_sources: null } },
      { ai_agent: null },
    ],
    rows: [
      { url: '/a', position: 0 },
      { url: '/b', position: 1 },
    ],
    notes: ['3 entries of content_sources that Intercom counts and does not show'],
  },
  conversation_team_response_times: {
    records: [
      { statistics: null },
      { statistics: {} },
      {
        statistics: {
          assigned_team_first_response_time: [{ team_id: 1 }, null, { team_id: 1 }],
          assigned_team_first_response_time_in_office_hours: null,
        },
      },
    ],
    rows: [
      { team_id: 1, position: 0, hours: 'all' },
      { team_id: 1, position: 1, hours: 'all' },
    ],
    notes: ['1 entries of assigned_team_first_response_time left out'],
  },
  conversation_source_attachments: {
    records: [
      { source: null },
      {},
      { source: { attachments: null } },
      { source: { attachments: [{ name: 'a', url: '/a' }] } },
    ],
    rows: [{ name: 'a', url: '/a', position: 0 }],
  },
  conversation_source_addresses: {
    records: [
      { source: null },
      {
        source: {
          recipients: [{ type: 'cc', email: 'c@d.e', drop_reason: 'bounced' }],
          reply_to: [{ email: 'r@d.e' }],
        },
      },
      { source: { email_message_metadata: { email_address_headers: [{ type: 'from', email_address: 'f@d.e' }] } } },
      { source: { email_message_metadata: null, recipients: null } },
    ],
    rows: [
      { kind: 'recipient', position: 0, type: 'cc', email: 'c@d.e', name: null, drop_reason: 'bounced' },
      { kind: 'reply_to', position: 0, type: null, email: 'r@d.e', name: null, drop_reason: null },
      { kind: 'header', position: 0, type: 'from', email: 'f@d.e', name: null, drop_reason: null },
    ],
  },
  conversation_external_references: {
    records: [{}, { external_references: [{ type: 'zendesk_ticket', id: 7 }, { type: 'zendesk_ticket' }] }],
    rows: [{ type: 'zendesk_ticket', external_id: '7' }],
    notes: ['1 entries of external_references left out'],
  },
  conversation_custom_objects: {
    records: [
      { custom_attributes: null },
      { custom_attributes: { languages: ['en', 'ga'], plan: 'free', none: null, size: { width: 3 } } },
      {
        custom_attributes: {
          Orders: { type: 'Order.list', instances: [order(1), 'odd'] },
          Bare: [order(2)],
          Empty: [],
        },
      },
    ],
    rows: [
      { attribute: 'Orders', ...orderRow('1') },
      { attribute: 'Bare', ...orderRow('2') },
    ],
    notes: ['1 entries of custom_attributes.Orders left out'],
  },
};

const notesOf = ({ messages }: Output, stream: string) =>
  messages
    .flatMap(({ log }) => log?.message.split('\n') ?? [])
    .filter((line) => line.startsWith(`${stream}: `) && /entries of|linked objects/.test(line));

describe.each(Object.entries(cases))('%s', (stream, { records, rows, notes = [] }) => {
  it('has the rows of every shape, and notes what is odd or cut', async () => {
    const times = { created_at: now - 9000, updated_at: now - 8000 };
    const conversations = records.map((record, index) => ({ id: `v${index}`, ...times, ...record }));
    const server = await startSearch({ kind: 'conversations', records: conversations });
    try {
      const output = await readHere(stream, { baseUrl: server.url });
      const found = rowsOf(output, stream);
      expect(output.exitCode).toBe(0);
      expect(found.map(({ conversation_id, conversation_updated_at, ...row }) => row)).toEqual(rows);
      for (const row of found) expect(row.conversation_updated_at).toBe(times.updated_at);
      const said = notesOf(output, stream);
      expect(said).toHaveLength(notes.length);
      for (const note of notes) expect(said.join()).toContain(note);
    } finally {
      await server.close();
    }
  });
});

describe.each([
  [{ customObjects: 'bare' } as const, ['conversation_custom_objects']],
  [{ shapes: 'documented' } as const, ['conversation_admins', 'conversation_topics']],
])('under %o', (options, streams) => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox({ ...options, conversations: 120, rateLimit: 100_000 });
  });
  afterAll(() => sandbox.close());

  it.each(streams)('%s has the rows that exist', async (stream) => {
    const truth = await truthOf(sandbox.url, stream);
    const rows = rowsOf(await readHere(stream, { baseUrl: sandbox.url }), stream);
    expect(truth.size).toBeGreaterThan(0);
    expect(rows).toHaveLength(truth.size);
    expect(rows).toEqual(expect.arrayContaining([...truth.values()].map(({ body }) => body)));
  });
});
