/** The lists inside conversations: only a conversation's own body shows them. */
import { childList } from '../define/child-list.ts';
import { type ChildRows, childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { type Body, listedBody, nestedItems } from '../workspace/bodies.ts';
import { instancesIn } from '../workspace/instances.ts';
import { monitorEvaluationsOf, scorecardsOf } from '../workspace/reviews.ts';
import type { Workspace } from '../workspace/workspace.ts';

function listed(workspace: Workspace, ordinal: number): Body {
  return listedBody(workspace, 'conversations', workspace.stores.conversations.live, ordinal);
}

const admins = childList({
  of: 'conversations',
  items: (workspace, ordinal) =>
    nestedItems(listed(workspace, ordinal), 'teammates', workspace.options.shapes === 'live' ? 'admins' : 'teammates'),
  truth: {
    stream: 'conversation_admins',
    parent: 'conversation',
    child: 'admin',
    childOf: ({ id, type }) => ({ id, said: { type } }),
  },
});

const topics = childList({
  of: 'conversations',
  items: (workspace, ordinal) => nestedItems(listed(workspace, ordinal), 'topics', 'topics'),
  truth: {
    stream: 'conversation_topics',
    parent: 'conversation',
    child: 'topic',
    childOf: ({ id, name }) => ({ id, said: { name } }),
  },
});

/** Rows of a list inside a conversation. */
function inside(stream: string, key: ChildRows['key'], rows: ChildRows['rows']): Resource {
  return childRows({ stream, of: 'conversations', parent: 'conversation', key, rows });
}

/** Each item with its place in the list. */
export function placed(items: unknown): readonly Body[] {
  return ((items ?? []) as readonly Body[]).map((item, position) => ({ ...item, position }));
}

function inField(body: Body, field: string): Body {
  return (body[field] ?? {}) as Body;
}

export const conversationLists: readonly Resource[] = [
  admins,
  topics,
  inside('conversation_ratings', ['rated'], ({ conversation_rating: rating, ai_agent }) => {
    const { rating: value, rating_remark: remark, created_at, updated_at } = (ai_agent ?? {}) as Body;
    const ofAgent = { rated: 'ai_agent', rating: value, remark, created_at, updated_at, contact: null, teammate: null };
    return [...(rating ? [{ rated: 'teammate', ...rating }] : []), ...(created_at ? [ofAgent] : [])];
  }),
  inside('conversation_linked_objects', ['linked_object_type', 'linked_object_id'], (body) =>
    nestedItems(body, 'linked_objects', 'data').map(({ type, id, category }) => ({
      linked_object_type: type,
      linked_object_id: id,
      category,
    })),
  ),
  inside('conversation_ai_content_sources', ['position'], (body) =>
    placed(nestedItems(inField(body, 'ai_agent'), 'content_sources', 'content_sources')),
  ),
  inside('conversation_team_response_times', ['hours', 'position'], (body) => {
    const { assigned_team_first_response_time: all, assigned_team_first_response_time_in_office_hours: office } =
      inField(body, 'statistics');
    const times = (hours: string, list: unknown) =>
      placed(list).map((time) => ({ ...time, team_id: String(time.team_id), hours }));
    return [...times('all', all), ...times('office', office)];
  }),
  inside('conversation_source_attachments', ['position'], (body) => placed(inField(body, 'source').attachments)),
  inside('conversation_source_addresses', ['kind', 'position'], (body) => {
    const { recipients, reply_to, email_message_metadata: metadata } = inField(body, 'source');
    const headers = placed((metadata as Body | undefined)?.email_address_headers);
    const none = { type: null, name: null, drop_reason: null };
    return [
      ...placed(recipients).map((recipient) => ({ ...none, ...recipient, kind: 'recipient' })),
      ...placed(reply_to).map((address) => ({ ...none, ...address, kind: 'reply_to' })),
      ...headers.map(({ email_address, ...header }) => ({ ...none, ...header, email: email_address, kind: 'header' })),
    ];
  }),
  inside('conversation_external_references', ['type', 'external_id'], ({ external_references }) =>
    (external_references as readonly Body[]).map(({ type, id }) => ({ type, external_id: id })),
  ),
  inside('conversation_scorecards', ['position'], (_, workspace, ordinal) =>
    placed(scorecardsOf(workspace, workspace.stores.conversations.live, ordinal)),
  ),
  inside('conversation_monitor_evaluations', ['position'], (_, workspace, ordinal) =>
    placed(monitorEvaluationsOf(workspace, workspace.stores.conversations.live, ordinal)),
  ),
  inside('conversation_custom_objects', ['attribute', 'object_type', 'object_id'], ({ custom_attributes }) =>
    instancesIn(custom_attributes as Body),
  ),
];
