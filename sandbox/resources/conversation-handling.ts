/** Handling events: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/listhandlingevents */
import { handlingEvents } from '../data/conversation-handling.ts';
import { childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

const { truth } = childRows({
  stream: 'conversation_handling_events',
  of: 'conversations',
  parent: 'conversation',
  key: ['timestamp', 'type', 'teammate_id'],
  rows: (_, workspace, ordinal) =>
    eventsOf(workspace, ordinal).map(({ timestamp, teammate, ...event }) => ({
      ...event,
      timestamp: iso(timestamp),
      occurred_at: timestamp,
      teammate_id: String(teammate.id),
      teammate: { ...teammate, id: String(teammate.id) },
    })),
});

export const conversationHandlingEvents: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/conversations/{id}/handling_events',
      scope: 'read_conversations',
      since: '2.15',
      handle: ({ params }) => ({
        handling_events: eventsOf(workspace, known(workspace, 'conversations', params.id)).map((event) => ({
          ...event,
          timestamp: iso(event.timestamp),
        })),
      }),
    },
  ],
  truth,
};

function eventsOf({ world, stores }: Workspace, ordinal: number) {
  return handlingEvents(world, ordinal, stores.conversations.live.createdAt(ordinal));
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
