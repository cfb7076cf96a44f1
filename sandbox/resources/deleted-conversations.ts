/** Conversations that were deleted: the API still gives their ids. */
import type { Resource } from '../define/resource.ts';
import { listOrder, numberedPages, pageOf, positiveNumber } from '../pages.ts';
import type { Call } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import { deletedBody } from '../workspace/deleted-conversation.ts';
import { row } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const deletedConversations: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/conversations/deleted',
      scope: 'read_conversations',
      since: '2.16',
      handle: (call) => deleted(workspace, call),
    },
  ],
  truth: {
    deleted_conversations: (workspace) =>
      workspace.deletedConversations.map((record) => {
        const body = deletedBody(record);
        return row(null, { id: body.id }, body.deleted_at, body);
      }),
  },
};

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
