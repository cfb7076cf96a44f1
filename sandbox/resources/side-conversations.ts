/** Side conversations: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/listsideconversations */
import { sideConversations as threads } from '../data/side-conversation.ts';
import { childRows } from '../define/child-rows.ts';
import { listRoute } from '../define/endpoint.ts';
import type { Resource } from '../define/resource.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

const shared = { of: 'conversations', parent: 'conversation', key: ['id'], keyedByParent: false } as const;

const sides = childRows({
  ...shared,
  stream: 'side_conversations',
  rows: (_, workspace, ordinal) =>
    threadsOf(workspace, ordinal).map(({ side_conversation_id: id, total_count }) => ({ id, total_count })),
});

const parts = childRows({
  ...shared,
  stream: 'side_conversation_parts',
  rows: (_, workspace, ordinal) =>
    threadsOf(workspace, ordinal).flatMap(({ side_conversation_id, conversation_parts }) =>
      conversation_parts.map((part) => ({ ...part, side_conversation_id })),
    ),
});

export const sideConversations: Resource = {
  routes: (workspace) => [
    listRoute(
      workspace,
      {
        path: '/conversations/{id}/side_conversations',
        scope: 'read_conversations',
        since: '2.16',
        type: 'side_conversation.list',
        key: 'side_conversations',
        pages: 'counted',
        size: { usual: 25, max: 50 },
      },
      ({ params }) => threadsOf(workspace, known(workspace, 'conversations', params.id)),
    ),
  ],
  truth: { ...sides.truth, ...parts.truth },
};

function threadsOf({ world, stores }: Workspace, ordinal: number) {
  return threads(world, ordinal, stores.conversations.live.createdAt(ordinal));
}
