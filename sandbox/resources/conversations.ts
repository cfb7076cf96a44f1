/** Conversations: list and search without parts, one by one with parts, and deleted conversations. */
import { notFound } from '../errors.ts';
import { listOrder, numberedPages, pageOf, positiveNumber } from '../pages.ts';
import type { Call, Route } from '../route.ts';
import { listAll } from '../search/list.ts';
import { createSearch, type Found, type SearchDefaults } from '../search/search.ts';
import { type Body, retrievedConversation } from '../workspace/bodies.ts';
import type { DeletedConversation } from '../workspace/deleted-conversation.ts';
import { deletedBody } from '../workspace/deleted-conversation.ts';
import { asPlainText } from '../workspace/plain-text.ts';
import { parts } from '../workspace/truth-activity.ts';
import { conversationRelations } from '../workspace/truth-relations.ts';
import { row } from '../workspace/truth-row.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

const scope = 'read_conversations';
const defaults: SearchDefaults = { perPage: 20, sortField: 'updated_at' };

export const conversations: Resource = {
  routes,
  truth: {
    conversations: recordRows('conversations'),
    conversation_parts: parts('conversations'),
    deleted_conversations: ({ deletedConversations }) => deletedConversations.map(deletedRow),
    ...conversationRelations,
  },
};

function routes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'conversations', defaults);
  const isPlain = (url: URL) => url.searchParams.get('display_as') === 'plaintext';
  const found = (answer: ReturnType<typeof envelope>, url: URL) => {
    if (workspace.options.searchDisplayAs === 'ignored' || !isPlain(url)) return answer;
    return { ...answer, conversations: answer.conversations.map(asPlainText) };
  };
  return [
    {
      method: 'GET',
      path: '/conversations',
      scope,
      handle: ({ url }) => envelope(listAll(workspace, 'conversations', defaults, url.searchParams)),
    },
    {
      method: 'POST',
      path: '/conversations/search',
      scope,
      handle: ({ body, url }) => found(envelope(search(body)), url),
    },
    { method: 'GET', path: '/conversations/deleted', scope, since: '2.16', handle: (call) => deleted(workspace, call) },
    {
      method: 'GET',
      path: '/conversations/{id}',
      scope,
      handle: (call) =>
        isPlain(call.url) ? asPlainText(conversation(workspace, call)) : conversation(workspace, call),
    },
  ];
}

function envelope({ items, total, pages }: Found) {
  return { type: 'conversation.list', pages, total_count: total, conversations: items };
}

function conversation(workspace: Workspace, { params }: Call): Body {
  const ordinal = find(workspace, 'conversations', params.id ?? '');
  if (ordinal === undefined) throw notFound();
  return retrievedConversation(workspace, ordinal);
}

function deleted({ deletedConversations, options }: Workspace, { url }: Call): Body {
  const direction = listOrder(url.searchParams.get('order'), options.deletedOrder);
  const page = positiveNumber(url.searchParams.get('page'), 'page', 1);
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 20, 60);
  const total = deletedConversations.length;
  const sorted = direction === 'desc' ? deletedConversations.toReversed() : deletedConversations;
  const conversations = pageOf(sorted, page, perPage).map(deletedBody);
  const pages = numberedPages({ page, perPage, total, url });
  return { type: 'conversations.list', conversations, total_count: total, pages };
}

function deletedRow(record: DeletedConversation) {
  const body = deletedBody(record);
  return row(null, { id: body.id }, body.deleted_at, body);
}
