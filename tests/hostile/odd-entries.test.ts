/** Entries of lists that are no objects, or lack their key: left out and noted, and no row is made of them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Output, rowsOf, runConnector } from '../harness/connector.ts';

const config = {
  access_token: 'sandbox-token',
  start_date: '2015-01-01T00:00:00Z',
  contact_companies_full: true,
  emit_deletions: true,
  optional_streams: ['article_versions', 'article_drafts'],
};
const at = 1_780_000_000;
const times = { created_at: at - 5000, updated_at: at - 4000 };

/** Entries of which no row can be made, around one good entry. */
const among = (right: object) => [null, 'text', 7, [], { name: 'without its key' }, { id: null }, right];

const contact = {
  type: 'contact',
  id: 'c1',
  role: 'user',
  merge_history: [null, 'text', {}, { source_contact_id: 'c0', merged_at: at - 4500 }],
  ...times,
  tags: { data: among({ id: 't1' }), has_more: false, total_count: 1 },
  companies: { data: among({ id: 'k1' }), has_more: false, total_count: 1 },
  notes: { data: among({ id: 'n1' }), has_more: false, total_count: 1 },
  opted_in_subscription_types: { data: among({ id: 'y1' }), has_more: false },
  opted_out_subscription_types: { data: among({ id: 'y2' }), has_more: false },
  social_profiles: { data: [null, 'text', 7, [], { url: 'without its network' }, { name: 'LinkedIn' }] },
  custom_attributes: {
    Orders: { type: 'Order.list', instances: among({ id: 'o1' }) },
    languages: ['en', 'ga', null],
    Cars: [{ id: 'a1', external_id: 'car-1', type: 'Car' }],
  },
};
const company = {
  type: 'company',
  id: 'k1',
  ...times,
  user_count: 1,
  tags: { tags: among({ id: 't1', name: 'VIP' }) },
  segments: { segments: among({ id: 's1' }) },
  notes: { notes: among({ id: 'n2' }) },
};
const conversation = {
  type: 'conversation',
  id: 'v1',
  ...times,
  contacts: { contacts: among({ id: 'c1' }) },
  tags: { tags: among({ id: 't1' }) },
  teammates: { admins: among({ id: 'a1' }) },
};
const parts = { conversation_parts: among({ id: 'p1' }), total_count: 7 };
const ticket = {
  type: 'ticket',
  id: 'i1',
  ...times,
  contacts: { contacts: among({ id: 'c1' }) },
  linked_objects: { data: among({ id: 'v1', type: 'conversation' }), has_more: false },
  ticket_parts: {
    ticket_parts: among({ id: 'q1', attachments: [null, 'text', {}, { name: 'a.png', url: 'https://files/a.png' }] }),
    total_count: 7,
  },
};
const ticketType = {
  id: 'f1',
  ...times,
  ticket_type_attributes: { data: among({ id: 20, ticket_type_id: 1 }) },
  ticket_states: { data: among({ id: 's1' }) },
};
const ticketState = { id: 's2', ticket_types: { data: among({ id: 'f1' }) } };
const subscriptionType = {
  id: 'y1',
  translations: [null, 'text', {}, { locale: 'en', name: 'News' }],
  content_types: [null, {}, 'email', 'email'],
};

const article = {
  type: 'article',
  id: 'r1',
  ...times,
  // It does not say whether it has a draft.
  parent_ids: [null, 'k1', {}],
  tags: { tags: among({ id: 't1', name: 'VIP' }) },
  default_locale: 'en',
  translated_content: { type: 'article_translated_content', en: { title: 'Right' }, fr: null, de: 'text', nl: [] },
};
const newsItem = {
  id: 'w1',
  ...times,
  newsfeed_assignments: [null, 'text', {}, { newsfeed_id: 5 }],
  labels: [null, 7, 'Right'],
  reactions: 'text',
};

const search = (list: string, record: object) => ({ [list]: [null, 'text', record], total_count: 1, pages: {} });

function answerTo(path: string, query: URLSearchParams): object | undefined {
  if (path === '/companies/scroll') {
    return { type: 'list', data: query.has('scroll_param') ? [] : [null, company, 'text'], scroll_param: 'on' };
  }
  if (path === '/events') {
    return {
      events: query.has('summary')
        ? [null, { count: 1 }, { name: 'bought', count: 2 }]
        : [null, { event_name: 'bought' }],
    };
  }
  const answers: Readonly<Record<string, object>> = {
    '/me': { type: 'admin', id: 'a1' },
    '/conversations/deleted': { conversations: [null, { id: 'v0', deleted_at: at - 4500 }], pages: { total_pages: 1 } },
    '/tags': { data: among({ id: 't1', name: 'VIP' }) },
    '/conversations/attributes': { data: among({ id: 5, options: among({ id: 'd1', label: 'Praise' }) }) },
    '/data_attributes': {
      data: [null, { model: 'contact', full_name: 'plan', options: ['pro', 7, { value: 'x' }, null] }],
    },
    '/ticket_types': { data: [null, ticketType] },
    '/ticket_states': { data: [null, ticketState] },
    '/subscription_types': { data: [null, subscriptionType] },
    '/segments': { segments: among({ id: 's1', name: 'Active', count: 1 }) },
    '/contacts/search': search('data', contact),
    '/conversations/search': search('conversations', conversation),
    '/tickets/search': search('tickets', ticket),
    '/contacts/c1/notes': { data: among({ id: 'n1' }) },
    '/contacts/c1/companies': { data: among({ id: 'k1' }) },
    '/companies/k1/notes': { data: among({ id: 'n2' }) },
    '/companies/k1/contacts': { data: among({ id: 'c1' }) },
    '/articles': { data: [null, article, 'text'] },
    '/articles/r1/versions': { data: among({ id: 'e1' }) },
    '/help_center/collections': { data: [null, { id: 'k1', ...times, name: 'Right', translated_content: 'text' }] },
    '/help_center/help_centers': { data: [null, { id: 'h1', ...times }] },
    '/help_center/help_centers/h1/redirects': { data: among({ id: 'd1' }) },
    '/news/news_items': { data: [newsItem, null, { id: 'w2', labels: null, reactions: ['👍'] }] },
    '/conversations/v1': { ...conversation, conversation_parts: parts },
  };
  return answers[path];
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
  const body = answerTo(pathname, searchParams);
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json', Date: new Date(at * 1000).toUTCString() });
  response.end(JSON.stringify(body ?? { type: 'error.list', errors: [{ code: 'not_found', message: 'Not Found' }] }));
});

/** The fields that identify each row. */
const wanted: Readonly<Record<string, readonly object[]>> = {
  contacts: [{ id: 'c1' }],
  contact_tags: [{ contact_id: 'c1', tag_id: 't1', name: 'VIP' }],
  contact_companies: [{ contact_id: 'c1', company_id: 'k1' }],
  contact_segments: [{ contact_id: 'c1', segment_id: 's1', name: 'Active' }],
  contact_subscriptions: [
    { contact_id: 'c1', subscription_type_id: 'y1', opted_in: true },
    { contact_id: 'c1', subscription_type_id: 'y2', opted_in: false },
  ],
  contact_social_profiles: [{ contact_id: 'c1', position: 0, name: 'LinkedIn' }],
  contact_merges: [{ contact_id: 'c1', source_contact_id: 'c0', merged_at: at - 4500 }],
  contact_custom_objects: [
    { contact_id: 'c1', attribute: 'Orders', object_type: 'Order', object_id: 'o1' },
    { contact_id: 'c1', attribute: 'Cars', object_type: 'Car', object_id: 'a1' },
  ],
  subscription_types: [{ id: 'y1' }],
  subscription_type_translations: [{ subscription_type_id: 'y1', locale: 'en', name: 'News' }],
  subscription_type_content_types: [{ subscription_type_id: 'y1', content_type: 'email' }],
  contact_attribute_options: [
    { full_name: 'plan', value: 'pro' },
    { full_name: 'plan', value: '7' },
    { full_name: 'plan', value: 'x' },
  ],
  contact_events: [{ contact_id: 'c1', event_name: 'bought' }],
  contact_event_summaries: [{ contact_id: 'c1', event_name: 'bought' }],
  notes: [{ id: 'n1' }, { id: 'n2' }],
  companies: [{ id: 'k1' }],
  company_tags: [{ company_id: 'k1', tag_id: 't1' }],
  company_segments: [{ company_id: 'k1', segment_id: 's1' }],
  company_contacts: [{ company_id: 'k1', contact_id: 'c1' }],
  conversation_attributes: [{ id: '5' }],
  conversation_attribute_options: [{ conversation_attribute_id: '5', id: 'd1', label: 'Praise' }],
  conversation_contacts: [{ conversation_id: 'v1', contact_id: 'c1' }],
  conversation_tags: [{ conversation_id: 'v1', tag_id: 't1' }],
  conversation_parts: [{ id: 'p1', conversation_id: 'v1' }],
  ticket_parts: [{ id: 'q1', ticket_id: 'i1' }],
  articles: [{ id: 'r1' }],
  article_translations: [{ article_id: 'r1', locale: 'en', title: 'Right' }],
  article_collections: [{ article_id: 'r1', collection_id: 'k1' }],
  article_tags: [{ article_id: 'r1', tag_id: 't1', name: 'VIP' }],
  article_versions: [{ article_id: 'r1', id: 'e1' }],
  article_drafts: [],
  collection_translations: [{ collection_id: 'k1', locale: 'default', name: 'Right' }],
  help_center_redirects: [{ help_center_id: 'h1', id: 'd1' }],
  newsfeed_assignments: [{ news_item_id: 'w1', newsfeed_id: '5' }],
  news_item_labels: [{ news_item_id: 'w1', position: 2, label: 'Right' }],
  news_item_reactions: [{ news_item_id: 'w2', position: 0, reaction: '👍' }],
  ticket_part_attachments: [{ ticket_id: 'i1', ticket_part_id: 'q1', position: 0, name: 'a.png' }],
  ticket_contacts: [{ ticket_id: 'i1', contact_id: 'c1' }],
  ticket_linked_objects: [{ ticket_id: 'i1', linked_object_type: 'conversation', linked_object_id: 'v1' }],
  ticket_types: [{ id: 'f1' }],
  ticket_type_attributes: [{ id: '20', ticket_type_id: 'f1' }],
  ticket_states: [{ id: 's2' }],
  ticket_type_states: [
    { ticket_type_id: 'f1', ticket_state_id: 's1' },
    { ticket_type_id: 'f1', ticket_state_id: 's2' },
  ],
};

let output: Output;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const streams = Object.keys(wanted).map((name) => ({ stream: { name }, sync_mode: 'full_refresh' }));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  output = await runConnector('read', { config, catalog: { streams } }, { baseUrl });
});

afterAll(() => server.close());

const noted = (stream: string) =>
  output.messages
    .flatMap(({ log }) => log?.message.split('\n') ?? [])
    .filter((line) => line.startsWith(`${stream}: `) && line.includes('left out'));

describe.each(Object.entries(wanted))('%s', (stream, rows) => {
  it('has the rows of what is right, and says how many entries were left out', () => {
    const found = rowsOf(output, stream);
    expect(found).toHaveLength(rows.length);
    for (const row of rows) expect(found).toContainEqual(expect.objectContaining(row));
    expect(noted(stream)).not.toEqual([]);
  });
});

it('odd entries of a merge history are noted too', () => {
  expect(noted('contacts').join()).toContain('3 entries of merge_history');
});

it('no stream fails', () => {
  expect(output.messages.flatMap(({ trace }) => trace?.error?.message ?? [])).toEqual([]);
  expect(output.exitCode).toBe(0);
});
