/** Conversations: list and search without parts, and one by one with them. */
import { conversationHead } from '../data/conversation.ts';
import { idForms } from '../data/ids.ts';
import { linkedObjects } from '../data/links.ts';
import type { Collection } from '../define/collection.ts';
import type { Call, Route } from '../routes/route.ts';
import { listAll } from '../search/list.ts';
import { createSearch, type Found, type SearchDefaults } from '../search/search.ts';
import type { Body } from '../workspace/bodies.ts';
import { oddConversation } from '../workspace/hostile-text.ts';
import { liveConversation } from '../workspace/live-shapes.ts';
import { asPlainText } from '../workspace/plain-text.ts';
import { completeConversation, retrievedConversation } from '../workspace/retrieved-conversation.ts';
import { withReviews } from '../workspace/reviews.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

export const conversations: Collection = {
  ids: idForms.conversation,
  count: 800,
  generate: conversationHead,
  complete: completeConversation,
  liveShape: liveConversation,
  oddText: oddConversation,
  routes: conversationRoutes,
};

const scope = 'read_conversations';
const defaults: SearchDefaults = { perPage: 20, sortField: 'updated_at' };

function conversationRoutes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'conversations', { ...defaults, isHidden: hidden(workspace) });
  const isPlain = (url: URL) => url.searchParams.get('display_as') === 'plaintext';
  const found = (answer: ReturnType<typeof envelope>, url: URL) => {
    const reviewed = answer.conversations.map((body) => withReviews(workspace, body, url));
    const asIs = workspace.options.searchDisplayAs === 'ignored' || !isPlain(url);
    return { ...answer, conversations: asIs ? reviewed : reviewed.map(asPlainText) };
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
    {
      method: 'GET',
      path: '/conversations/{id}',
      scope,
      handle: (call) => (isPlain(call.url) ? asPlainText(retrieved(workspace, call)) : retrieved(workspace, call)),
    },
  ];
}

/** Which conversations are tickets that the token may not see: those that are linked to a ticket. */
function hidden({ world, options }: Workspace): ((ordinal: number) => boolean) | undefined {
  const { scopes, ticketConversations } = options;
  const maySee = ticketConversations === 'shown' || scopes === 'all' || scopes.includes('read_tickets');
  return maySee ? undefined : (ordinal) => linkedObjects(world, 'conversation', ordinal).data.length > 0;
}

function envelope({ items, total, pages }: Found) {
  return { type: 'conversation.list', pages, total_count: total, conversations: items };
}

function retrieved(workspace: Workspace, { params }: Call): Body {
  return retrievedConversation(workspace, known(workspace, 'conversations', params.id));
}
