/** The parts of conversations: one retrieve for each changed conversation, which shows at most its 500 latest parts. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { childOf } from '../child.ts';
import { notePartsBeyond, partsIn, wholeParts } from '../parts.ts';
import { readConversations } from '../permissions.ts';
import { stream } from '../stream.ts';
import type { FoundConversation } from './filters.ts';
import { retrieveConversation, retrieved } from './retrieve.ts';
import { conversationScan } from './scan.ts';

export const conversationParts = stream({
  name: 'conversation_parts',
  fivetran: ['conversation_part_history'],
  sources: [
    childOf(conversationScan, {
      rows: partsOf,
      columns: ({ created_at }) => ({ conversation_created_at: created_at }),
      asks: ['GET /conversations/{id}'],
      cost: 'one for each changed conversation',
    }),
  ],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
});

async function* partsOf(conversation: FoundConversation, run: IntercomRun): AsyncGenerator<Row> {
  const { id } = conversation;
  const inBody = (body: JsonObject) => ({ ...partsIn(body, 'conversation_parts', run), messages: messagesOf(body) });
  const first = inBody(await retrieved(conversation, run));
  const look = async () => inBody(await retrieveConversation(id, run));
  const { found, error } = await wholeParts(first, { name: `conversation ${id}`, look });
  notePartsBeyond(found, found.messages, run);
  for (const part of found.parts) yield { ...part, id: keyText(part.id), conversation_total_parts: found.total };
  if (error) throw error;
}

/** How many parts there are by the statistics of a conversation, which count its first message too; null where they do not say. */
function messagesOf({ statistics }: JsonObject): number | null {
  const { count_conversation_parts: count } = (statistics ?? {}) as { count_conversation_parts?: unknown };
  return typeof count === 'number' ? count - 1 : null;
}
