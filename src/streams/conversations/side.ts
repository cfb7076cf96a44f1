/** Side conversations: the threads that teammates began from within conversations, and their parts. One list brings both. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { listAll } from '../../intercom/pages.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { oncePerItem } from '../once-per-item.ts';
import { readConversations } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { stream } from '../stream.ts';
import type { FoundConversation } from './filters.ts';
import { conversationScan } from './scan.ts';

const ID = 'side_conversation_id';
const asks = ['GET /conversations/{id}/side_conversations'];

export const sideConversations = stream({
  name: 'side_conversations',
  optIn: true,
  sources: [
    childOf(conversationScan, {
      rows: async (conversation, run) =>
        (await threadsOf(conversation, run)).map(({ [ID]: id, conversation_parts: _, ...thread }) => ({
          ...thread,
          id: keyText(id),
        })),
      asks,
      cost: 'one for 50 side conversations of each changed conversation, at least one for each',
    }),
  ],
  permission: readConversations,
  docs: 'conversations/listsideconversations',
});

export const sideConversationParts = stream({
  name: 'side_conversation_parts',
  optIn: true,
  sources: [
    childOf(conversationScan, {
      rows: async (conversation, run) => (await threadsOf(conversation, run)).flatMap((thread) => partsOf(thread, run)),
      asks,
      cost: 'one for 50 side conversations of each changed conversation, at least one for each, shared with side_conversations',
    }),
  ],
  permission: readConversations,
  docs: 'conversations/listsideconversations',
});

interface Thread extends JsonObject {
  readonly [ID]: unknown;
  readonly conversation_parts?: unknown;
  readonly total_count?: unknown;
}

const listed = oncePerItem(({ id }: FoundConversation, { context, ...caller }: IntercomRun) =>
  listAll<JsonObject>(context.client, caller, {
    call: { method: 'GET', path: `/conversations/${id}/side_conversations` },
    keys: ['side_conversations'],
    perPage: 50,
    identified: [ID],
  }),
);

async function threadsOf(conversation: FoundConversation, run: IntercomRun): Promise<readonly Thread[]> {
  return objectsIn<Thread>(await listed(conversation, run), run, { name: 'side_conversations', key: ID });
}

/** Intercom may show fewer parts than it counts, and has no call for the others. */
function partsOf({ [ID]: id, conversation_parts, total_count }: Thread, run: IntercomRun): readonly Row[] {
  const parts = objectsIn<Listed>(conversation_parts, run, { name: 'conversation_parts' });
  const hidden = typeof total_count === 'number' ? total_count - parts.length : 0;
  if (hidden > 0) {
    run.on({
      type: 'note',
      reason: 'parts of side conversations that Intercom counts and does not show',
      count: hidden,
    });
  }
  return parts.map((part) => ({ ...part, id: keyText(part.id), [ID]: keyText(id) }));
}
