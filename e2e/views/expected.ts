/** The rows that Fivetran's tables would have, from the truth in the sandbox. Written apart from the views, to test them. */
import type { Row } from '../../tests/harness/connector.ts';
import { truthOf } from '../../tests/harness/truth.ts';

/** Returns the records of a stream that exist. */
type Records = (stream: string) => readonly Row[];

interface Table {
  readonly stream: string;
  readonly key: readonly string[];
  readonly row: (record: Row, records: Records) => Row;
}

/** A table of Fivetran's, and what it would hold. */
export interface ExpectedTable {
  readonly name: string;
  readonly stream: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const text = (value: unknown) => (value == null ? null : String(value));

const pick = (record: Row, ...names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, record[name] ?? null]));

/** Fields of an object as columns: the name of each column, and of its field. */
function inside(object: unknown, columns: Readonly<Record<string, string>>): Row {
  const fields = (object ?? {}) as Row;
  return Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, fields[field] ?? null]));
}

const records = (stream: string, row: Table['row']): Table => ({ stream, key: ['id'], row });

function pairs(stream: string, parent: string, child: string): Table {
  const key = [`${parent}_id`, `${child}_id`];
  return { stream, key, row: (record) => pick(record, ...key, `${parent}_updated_at`) };
}

const contact = (record: Row): Row => ({
  ...pick(record, 'id', 'created_at', 'updated_at', 'signed_up_at', 'name', 'role', 'email', 'last_replied_at'),
  ...pick(record, 'last_contacted_at', 'last_email_opened_at', 'last_email_clicked_at', 'unsubscribed_from_emails'),
  admin_id: text(record.owner_id),
});

const company = (record: Row): Row => ({
  ...pick(record, 'id', 'company_id', 'name', 'website', 'industry', 'created_at', 'updated_at', 'user_count'),
  ...pick(record, 'session_count', 'monthly_spend'),
  ...inside(record.plan, { plan_id: 'id', plan_name: 'name' }),
});

function conversation(record: Row): Row {
  const source = (record.source ?? {}) as Row;
  const rating = { conversation_rating_value: 'rating', conversation_rating_remark: 'remark' };
  const reply = { first_contact_reply_created_at: 'created_at', first_contact_reply_type: 'type' };
  return {
    ...pick(record, 'id', 'created_at', 'updated_at', 'state', 'read', 'waiting_since', 'snoozed_until'),
    assignee_id: text(record.admin_assignee_id || null),
    ...inside(record.sla_applied, { sla_name: 'sla_name', sla_status: 'sla_status' }),
    ...inside(record.conversation_rating, rating),
    ...inside(record.first_contact_reply, reply),
    ...inside(source, { source_type: 'type', source_delivered_as: 'delivered_as' }),
    ...inside(source, { source_subject: 'subject', source_body: 'body' }),
    ...inside(source.author, { source_author_id: 'id', source_author_type: 'type' }),
  };
}

const part = (record: Row): Row => ({
  ...pick(record, 'id', 'conversation_id', 'conversation_updated_at', 'part_type', 'body', 'created_at', 'updated_at'),
  ...inside(record.author, { author_id: 'id', author_type: 'type' }),
  ...inside(record.assigned_to, { assigned_to_id: 'id', assigned_to_type: 'type' }),
});

function article(record: Row, records: Records): Row {
  const [collection = null] = (record.parent_ids ?? []) as readonly unknown[];
  const statistics = records('article_statistics').find(({ article_id }) => article_id === record.id) ?? {};
  const moods = ['happy', 'neutral', 'sad'].map((mood) => `${mood}_reaction_percentage`);
  const numbers = ['type', 'views', 'reactions', ...moods];
  return {
    ...pick(record, 'id', 'title', 'description', 'body', 'url', 'type', 'state', 'default_locale', 'workspace_id'),
    ...pick(record, 'created_at', 'updated_at'),
    author_id: text(record.author_id),
    collection_id: text(collection),
    parent_type: collection === null ? null : 'collection',
    ...inside(statistics, Object.fromEntries(numbers.map((name) => [`statistics_${name}`, name]))),
    statistics_conversations: statistics.conversations ?? statistics.conversions ?? null,
  };
}

const collection = (record: Row, records: Records): Row => ({
  ...pick(record, 'id', 'parent_id', 'name', 'description', 'url', 'icon', 'order', 'default_locale', 'workspace_id'),
  ...pick(record, 'created_at', 'updated_at'),
  type: 'collection',
  help_center_id: text(helpCenterOf(record, records)),
});

/** The help center of a collection is the one of its uppermost ancestor. */
function helpCenterOf({ parent_id, help_center_id }: Row, records: Records): unknown {
  const parent = records('collections').find(({ id }) => id === parent_id);
  return parent ? helpCenterOf(parent, records) : help_center_id;
}

const helpCenter = (record: Row): Row =>
  pick(record, 'id', 'display_name', 'identifier', 'workspace_id', 'website_turned_on', 'created_at', 'updated_at');

const tables: Readonly<Record<string, Table>> = {
  admin: records('admins', (record) => pick(record, 'id', 'name', 'job_title', 'email')),
  team: records('teams', (record) => pick(record, 'id', 'name')),
  team_admin: { ...pairs('team_admins', 'team', 'admin'), row: (record) => pick(record, 'team_id', 'admin_id') },
  tag: records('tags', (record) => pick(record, 'id', 'name')),
  contact_history: records('contacts', contact),
  contact_company_history: pairs('contact_companies', 'contact', 'company'),
  contact_tag_history: pairs('contact_tags', 'contact', 'tag'),
  company_history: records('companies', company),
  company_tag_history: pairs('company_tags', 'company', 'tag'),
  conversation_history: records('conversations', conversation),
  conversation_part_history: records('conversation_parts', part),
  conversation_contact_history: pairs('conversation_contacts', 'conversation', 'contact'),
  conversation_tag_history: pairs('conversation_tags', 'conversation', 'tag'),
  article_history: records('articles', article),
  collection_history: records('collections', collection),
  help_center_history: records('help_centers', helpCenter),
};

/** The streams of which these tables are made. */
export const STREAMS = [...new Set(Object.values(tables).map(({ stream }) => stream)), 'article_statistics'];

export async function expectedTables(url: string): Promise<readonly ExpectedTable[]> {
  const truths = STREAMS.map(async (stream): Promise<[string, Row[]]> => {
    const truth = await truthOf(url, stream);
    return [stream, [...truth.values()].map(({ body }) => body)];
  });
  const existing = new Map(await Promise.all(truths));
  const recordsOf: Records = (stream) => existing.get(stream) ?? [];
  return Object.entries(tables).map(([name, { stream, key, row }]) => {
    const rows = recordsOf(stream).map((record) => row(record, recordsOf));
    return { name, stream, key, columns: Object.keys(rows[0] ?? {}), rows };
  });
}
