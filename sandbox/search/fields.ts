/** The fields that each search accepts, their types, and where their values are in a body. */

export type SearchKind = 'contacts' | 'conversations' | 'tickets';

/**
 * `day`: a time matched by calendar day; `date`: one matched by the second; `words`: a text matched word by word;
 * `tag`: an id, compared with `=` and `!=` only; `any`: compared by the type of the record's value.
 */
export type FieldType = 'string' | 'words' | 'boolean' | 'integer' | 'date' | 'day' | 'tag' | 'any';

type Body = Readonly<Record<string, unknown>>;

const contactFields = table({
  string: `id role name avatar owner_id email email_domain phone formatted_phone external_id language_override browser
    browser_language os location.country location.region location.city ios_app_version ios_device ios_app_device
    ios_os_version ios_app_name ios_sdk_version android_app_version android_device android_app_name andoid_sdk_version
    android_sdk_version`,
  boolean: 'unsubscribed_from_emails marked_email_as_spam has_hard_bounced',
  day: `created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at
    last_email_clicked_at ios_last_seen_at android_last_seen_at`,
  tag: 'tag_id segment_id',
});

const conversationFields = table({
  string: `id source.type source.id source.delivered_as source.subject source.author.id source.author.type
    source.author.name source.author.email source.url contact_ids teammate_ids channel_initiated state tag_ids priority
    statistics.last_closed_by_id conversation_rating.remark conversation_rating.contact_id conversation_rating.admin_d
    ai_agent.resolution_state ai_agent.last_answer_type ai_agent.rating_remark ai_agent.source_type
    ai_agent.source_title`,
  words: 'source.body',
  boolean: 'open read ai_agent_participated',
  integer: `admin_assignee_id team_assignee_id statistics.time_to_assignment statistics.time_to_admin_reply
    statistics.time_to_first_close statistics.time_to_last_close statistics.median_time_to_reply
    statistics.count_reopens statistics.count_assignments statistics.count_conversation_parts
    conversation_rating.score ai_agent.rating`,
  date: `created_at updated_at waiting_since snoozed_until statistics.first_contact_reply_at
    statistics.first_assignment_at statistics.first_admin_reply_at statistics.first_close_at
    statistics.last_assignment_at statistics.last_assignment_admin_reply_at statistics.last_contact_reply_at
    statistics.last_admin_reply_at statistics.last_close_at conversation_rating.requested_at
    conversation_rating.replied_at`,
});

const ticketFields = table({
  string: `id title description category ticket_type_id contact_ids teammate_ids admin_assignee_id team_assignee_id
    state`,
  boolean: 'open',
  date: 'created_at updated_at snoozed_until',
});

const fields: Readonly<Record<SearchKind, ReadonlyMap<string, FieldType>>> = {
  contacts: contactFields,
  conversations: conversationFields,
  tickets: ticketFields,
};

/** A field's type, or `undefined` when the search does not know it. */
export function fieldType(kind: SearchKind, field: string): FieldType | undefined {
  const known = fields[kind].get(field);
  if (known) return known;
  if (kind === 'contacts' && field.startsWith('custom_attributes.')) return 'any';
  if (kind === 'tickets' && field.startsWith('ticket_attribute.')) return 'any';
  return undefined;
}

/** Paths of the fields that have another name in the body. */
const places: Readonly<Record<string, string>> = {
  'contacts tag_id': 'tags.data.*.id',
  'contacts segment_id': 'segments.data.*.id',
  'contacts andoid_sdk_version': 'android_sdk_version',
  'conversations contact_ids': 'contacts.contacts.*.id',
  'conversations teammate_ids': 'teammates.teammates.*.id',
  'conversations tag_ids': 'tags.tags.*.id',
  'conversations channel_initiated': 'channel.initial',
  'conversations conversation_rating.requested_at': 'conversation_rating.created_at',
  'conversations conversation_rating.replied_at': 'conversation_rating.updated_at',
  'conversations conversation_rating.score': 'conversation_rating.rating',
  'conversations conversation_rating.contact_id': 'conversation_rating.contact.id',
  'conversations conversation_rating.admin_d': 'conversation_rating.teammate.id',
  'tickets title': 'ticket_attributes._default_title_',
  'tickets description': 'ticket_attributes._default_description_',
  'tickets ticket_type_id': 'ticket_type.id',
  'tickets contact_ids': 'contacts.contacts.*.id',
  'tickets teammate_ids': 'admin_assignee_id',
};

/** Search has its own words for the categories of tickets. */
const categories: Readonly<Record<string, string>> = { Customer: 'request', 'Back-office': 'task', Tracker: 'tracker' };

/** Reads a field's values from a body: none when it is empty, several for lists. */
export function fieldValues(kind: SearchKind, field: string): (body: Body) => unknown[] {
  if (kind === 'contacts' && field === 'email_domain') {
    return (body) => (typeof body.email === 'string' ? [body.email.split('@')[1]] : []);
  }
  if (kind === 'contacts' && field.startsWith('custom_attributes.')) {
    const name = field.slice('custom_attributes.'.length);
    return (body) => at(body, ['custom_attributes', name]);
  }
  if (kind === 'tickets' && field === 'category') {
    return (body) => at(body, ['ticket_type', 'category']).map((name) => categories[String(name)] ?? name);
  }
  if (kind === 'tickets' && field.startsWith('ticket_attribute.')) {
    const id = field.slice('ticket_attribute.'.length);
    return (body) => ticketAttribute(body, id);
  }
  const path = (places[`${kind} ${field}`] ?? field).split('.');
  return (body) => at(body, path);
}

function ticketAttribute(body: Body, id: string): unknown[] {
  const declared = at(body, ['ticket_type', 'ticket_type_attributes', 'data', '*']) as {
    id?: unknown;
    name?: unknown;
  }[];
  const name = declared.find((attribute) => String(attribute.id) === id)?.name;
  return typeof name === 'string' ? at(body, ['ticket_attributes', name]) : [];
}

function at(value: unknown, path: readonly string[]): unknown[] {
  const [step, ...rest] = path;
  if (value === null || value === undefined) return [];
  if (step === undefined) return [value];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item) => at(item, rest)) : [];
  return typeof value === 'object' ? at((value as Body)[step], rest) : [];
}

function table(byType: Readonly<Partial<Record<FieldType, string>>>): ReadonlyMap<string, FieldType> {
  return new Map(
    Object.entries(byType).flatMap(([type, names]) =>
      names.split(/\s+/).map((name) => [name, type as FieldType] as const),
    ),
  );
}
