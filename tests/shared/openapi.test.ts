/** Every unfaulted answer of the sandbox has the shape that Intercom's OpenAPI file gives it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectionNames } from '../../sandbox/resources/index.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { servedEndpoints } from '../../sandbox/test-endpoints.ts';
import { truthOf } from '../harness/truth.ts';
import { type Deviation, missingFields, shapes } from './deviations.ts';
import { fieldsOf, readOpenApi } from './openapi.ts';

const openApi = readOpenApi();

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
/** Some ids of each kind, so that lists which some records have empty are seen filled. */
const ids: Record<string, readonly string[]> = { types: ['device'] };
const used = new Set<Deviation>();

beforeAll(async () => {
  // The attributes that a workspace defines itself are in no OpenAPI file.
  sandbox = await startSandbox({ rateLimit: 1_000_000, text: 'plain' });
  for (const kind of [
    ...collectionNames.filter((name) => name !== 'activity_logs'),
    'help_centers',
    'data_connectors',
    'workflows_by_id',
  ]) {
    const rows = [...(await truthOf(sandbox.url, kind)).values()];
    ids[kind] = rows.slice(0, 60).map(({ body }) => String(body.id));
  }
  const operations = [{ op: 'delete', kind: 'conversations', id: ids.conversations?.at(-1) }];
  ids.conversations = (ids.conversations ?? []).slice(0, -1);
  await fetch(`${sandbox.url}/__sandbox/mutate`, { method: 'POST', body: JSON.stringify({ operations }) });
  ids.drafts = [...(await truthOf(sandbox.url, 'article_drafts')).values()].map(({ body }) => String(body.id));
  await findContactsWithHistory();
  await findPhoneCalls();
  await startExports();
});

afterAll(() => sandbox.close());

/** A user into which two contacts are merged, since only users have a history of merges; contacts with events and some notes. */
async function findContactsWithHistory(): Promise<void> {
  const users = [...(await truthOf(sandbox.url, 'contacts')).values()].filter(({ body }) => body.role === 'user');
  const [target, ...sources] = users.map(({ body }) => String(body.id)).slice(60, 63);
  const operations = sources.map((id) => ({ op: 'merge', kind: 'contacts', id, with: target }));
  await fetch(`${sandbox.url}/__sandbox/mutate`, { method: 'POST', body: JSON.stringify({ operations }) });
  ids.merged = target === undefined ? [] : [target];
  const events = [...(await truthOf(sandbox.url, 'contact_events')).values()];
  ids.active = [...new Set(events.map(({ key }) => String(key.contact_id)))].slice(0, 20);
  const notes = [...(await truthOf(sandbox.url, 'notes')).values()].map(({ key }) => String(key.id));
  ids.notes = [...notes.slice(0, 5), ...notes.slice(-5)];
}

/** One job of each export, and the rulesets of messages on WhatsApp. */
async function startExports(): Promise<void> {
  const start = async (operation: string, body: object) => {
    const [job] = (await answersOf({ operation, body })) as { job_identifier: string }[];
    return [String(job?.job_identifier)];
  };
  ids.sent = await start('POST /export/content/data', sentBetween);
  ids.reported = await start('POST /export/reporting_data/enqueue', reporting);
  const statuses = [...(await truthOf(sandbox.url, 'whatsapp_statuses')).values()];
  ids.rulesets = [...new Set(statuses.map(({ body }) => String(body.ruleset_id)))].slice(0, 5);
}

const sentBetween = { created_at_after: 0, created_at_before: 2_000_000_000 };
const reporting = {
  dataset_id: 'conversation',
  attribute_ids: ['standard.conversation_id'],
  start_time: 1_700_000_000,
  end_time: 2_000_000_000,
};

/** Conversations that are phone calls, or have some, and the schedules of office hours. */
async function findPhoneCalls(): Promise<void> {
  const bodies = async (stream: string) => [...(await truthOf(sandbox.url, stream)).values()].map(({ body }) => body);
  const called = (await bodies('calls')).flatMap(({ conversation_id }) => (conversation_id ? [conversation_id] : []));
  calledConversations.conversation_ids = called.slice(0, 20).map(String);
  ids.phoned = [...new Set((await bodies('fin_voice_calls')).map(({ conversation_id }) => String(conversation_id)))];
  ids.schedules = (await bodies('office_hours_schedules')).map(({ id }) => String(id));
}

const everything = { query: { field: 'updated_at', operator: '>', value: 0 }, pagination: { per_page: 150 } };

/** Filled when the sandbox has started. */
const calledConversations: { conversation_ids: readonly string[] } = { conversation_ids: [] };

/** Their answers are no JSON. */
const inText = ['GET /calls/{id}/transcript', 'GET /download/content/data/{id}', 'GET /download/reporting_data/{id}'];

interface Call {
  readonly operation: string;
  /** Whose ids go into the path or the query. */
  readonly kind?: string;
  readonly query?: string;
  readonly body?: object;
}

const calls: readonly Call[] = [
  { operation: 'GET /me' },
  { operation: 'GET /admins' },
  { operation: 'GET /admins/{id}', kind: 'admins' },
  { operation: 'GET /admins/activity_logs', query: '?created_at_after=0&per_page=250' },
  { operation: 'POST /admins/activity_logs/search', body: { created_at_after: 0, per_page: 250 } },
  { operation: 'GET /admins/activity_log_event_types' },
  { operation: 'GET /teams' },
  { operation: 'GET /teams/{id}', kind: 'teams' },
  { operation: 'GET /teams/{id}/metrics', kind: 'teams' },
  { operation: 'GET /away_status_reasons' },
  { operation: 'GET /brands' },
  { operation: 'GET /emails' },
  { operation: 'GET /office_hours_schedules' },
  { operation: 'GET /office_hours_schedules/{id}/office_hours_exceptions', kind: 'schedules' },
  { operation: 'GET /calls' },
  { operation: 'POST /calls/search', body: calledConversations },
  { operation: 'GET /fin_voice/conversation/{id}', kind: 'phoned' },
  { operation: 'POST /export/content/data', body: sentBetween },
  { operation: 'GET /export/content/data/{id}', kind: 'sent' },
  { operation: 'POST /export/cancel/{id}', kind: 'sent' },
  { operation: 'GET /messages/status', kind: 'rulesets', query: '?ruleset_id={id}&per_page=1' },
  { operation: 'GET /export/reporting_data/get_datasets' },
  { operation: 'POST /export/reporting_data/enqueue', body: reporting },
  {
    operation: 'GET /export/reporting_data/{id}',
    kind: 'reported',
    query: '?app_id=sandbox&client_id=an-app&job_identifier=any',
  },
  { operation: 'GET /tags' },
  { operation: 'GET /tags/{id}', kind: 'tags' },
  { operation: 'GET /segments', query: '?include_count=true' },
  { operation: 'GET /segments/{id}', kind: 'segments' },
  { operation: 'GET /data_attributes', query: '?model=contact&include_archived=true' },
  { operation: 'GET /data_attributes', query: '?model=company&include_archived=true' },
  { operation: 'GET /conversations/attributes', query: '?include_archived=true' },
  { operation: 'GET /subscription_types' },
  { operation: 'GET /companies', query: '?per_page=60' },
  { operation: 'POST /companies/list', query: '?per_page=60' },
  { operation: 'GET /companies/scroll' },
  { operation: 'GET /companies/{id}', kind: 'companies' },
  { operation: 'GET /companies/{id}/contacts', kind: 'companies' },
  { operation: 'GET /companies/{id}/segments', kind: 'companies' },
  { operation: 'GET /companies/{id}/notes', kind: 'companies' },
  { operation: 'GET /contacts', query: '?per_page=150' },
  { operation: 'POST /contacts/search', body: everything },
  { operation: 'GET /contacts/{id}', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/tags', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/segments', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/subscriptions', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/companies', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/notes', kind: 'contacts' },
  { operation: 'GET /contacts/{id}/merge_history', kind: 'merged', query: '?per_page=1' },
  { operation: 'GET /contacts/{id}', kind: 'merged', query: '?include_merge_history=true' },
  { operation: 'GET /notes/{id}', kind: 'notes' },
  { operation: 'GET /events', kind: 'active', query: '?type=user&per_page=1&intercom_user_id={id}' },
  { operation: 'GET /events', kind: 'active', query: '?type=user&summary=true&intercom_user_id={id}' },
  { operation: 'GET /conversations', query: '?per_page=150' },
  { operation: 'POST /conversations/search', body: everything },
  { operation: 'GET /conversations/deleted' },
  { operation: 'GET /conversations/{id}', kind: 'conversations' },
  { operation: 'POST /tickets/search', body: everything },
  { operation: 'GET /tickets/{id}', kind: 'tickets' },
  { operation: 'GET /ticket_types' },
  { operation: 'GET /ticket_states' },
  { operation: 'GET /articles', query: '?per_page=250' },
  { operation: 'GET /articles/search', query: '?state=all&per_page=50' },
  { operation: 'GET /articles/{id}', kind: 'articles' },
  { operation: 'GET /articles/{id}/draft', kind: 'drafts' },
  { operation: 'GET /articles/{id}/versions', kind: 'articles', query: '?per_page=50' },
  { operation: 'GET /help_center/collections', query: '?per_page=60' },
  { operation: 'GET /help_center/collections/{id}', kind: 'collections' },
  { operation: 'GET /help_center/help_centers' },
  { operation: 'GET /help_center/help_centers/{id}/redirects', kind: 'help_centers' },
  { operation: 'GET /news/news_items', query: '?per_page=50' },
  { operation: 'GET /news/news_items/{id}', kind: 'news_items' },
  { operation: 'GET /news/newsfeeds' },
  { operation: 'GET /conversations/{id}/handling_events', kind: 'conversations' },
  { operation: 'GET /conversations/{id}/side_conversations', kind: 'conversations' },
  { operation: 'GET /internal_articles' },
  { operation: 'GET /content_snippets' },
  { operation: 'GET /ai/external_pages' },
  { operation: 'GET /ai/content_import_sources' },
  { operation: 'GET /content/search', query: '?content_types=article,file_source_content&per_page=50' },
  { operation: 'GET /audiences' },
  { operation: 'GET /macros' },
  { operation: 'GET /custom_object_instances/{id}', kind: 'types' },
  { operation: 'GET /data_connectors' },
  {
    operation: 'GET /data_connectors/{id}/execution_results',
    kind: 'data_connectors',
    query: '?start_ts=0&per_page=30',
  },
  { operation: 'GET /export/workflows/{id}', kind: 'workflows_by_id' },
];

/** The answers of an operation, one for each of some records. */
async function answersOf({ operation, kind = '', query = '', body }: Call): Promise<unknown[]> {
  const [method = '', path = ''] = operation.split(' ');
  const pattern = path + query;
  const addresses = pattern.includes('{id}') ? (ids[kind] ?? []).map((id) => pattern.replace('{id}', id)) : [pattern];
  const answers: unknown[] = [];
  for (const address of addresses) {
    const response = await fetch(sandbox.url + address, {
      method,
      headers: { Authorization: `Bearer ${sandbox.token}`, 'Intercom-Version': '2.16' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.status, address).toBe(200);
    answers.push(await response.json());
  }
  return answers;
}

function deviates(list: readonly Deviation[], operation: string, field: string): boolean {
  const found = list.filter((entry) => covers(entry.operation, operation) && covers(entry.field, field));
  for (const deviation of found) used.add(deviation);
  return found.length > 0;
}

it.each(calls)('$operation $query', async (call) => {
  const { operation } = call;
  const [method = '', path = ''] = operation.split(' ');
  const { valid, examples } = openApi.operation(method, path) ?? { examples: [] };
  const answers = await answersOf(call);
  expect(answers.length).toBeGreaterThan(0);
  expect(valid, `${operation} is not in the OpenAPI file`).toBeDefined();

  const wrong = answers.flatMap((answer) => (valid?.(answer) ? [] : (valid?.errors ?? []).map(placeOf)));
  // A value that fits no branch of a choice is also reported at each place above it.
  const deepest = wrong.filter(({ place }) => !wrong.some((other) => other.place.startsWith(`${place}.`)));
  const unexplained = deepest.filter(({ place }) => !deviates(shapes, operation, place));
  expect([...new Set(unexplained.map(({ place, message }) => `${place} ${message}`))]).toEqual([]);

  const present = new Set(answers.flatMap((answer) => [...fieldsOf(answer)]));
  const shown = new Set(examples.flatMap((example) => [...fieldsOf(example)]));
  const absent = [...shown].filter((field) => !present.has(field) && !deviates(missingFields, operation, field));
  expect(absent, 'fields of the example').toEqual([]);
});

function placeOf({ instancePath, message = '' }: { instancePath: string; message?: string }) {
  const steps = instancePath.split('/').slice(1);
  return { place: steps.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('.'), message };
}

/** These are in no version's OpenAPI file that is at hand. */
const ofPreview = ['GET /contacts/activities', 'GET /folders'];

it('every endpoint that is served was called, and every deviation is used', () => {
  const called = new Set([...calls.map(({ operation }) => operation), ...inText, ...ofPreview]);
  expect([...called].sort()).toEqual(servedEndpoints());
  expect([...shapes, ...missingFields].filter((deviation) => !used.has(deviation))).toEqual([]);
});

/** Two stars in a pattern stand for anything. */
function covers(pattern: string, text: string): boolean {
  const literal = pattern.split('**').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`).test(text);
}
