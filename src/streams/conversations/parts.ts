/** The parts of conversations: one retrieve for each changed conversation, which shows at most its 500 latest parts. */
import { keyText } from '@airbyte-ts/cdk-shim';
import { childOf } from '../child.ts';
import { readConversations } from '../permissions.ts';
import { stream } from '../stream.ts';
import { conversationScan } from './scan.ts';
import { rowsOfParts } from './shown-parts.ts';

/** What a stream about parts costs. */
export const oneRetrieve = {
  asks: ['GET /conversations/{id}'],
  cost: 'one for each changed conversation, shared by all streams about parts',
};

export const conversationParts = stream({
  name: 'conversation_parts',
  fivetran: ['conversation_part_history'],
  sources: [
    childOf(conversationScan, {
      rows: (conversation, run) =>
        rowsOfParts(conversation, run, ({ parts, total }) =>
          parts.map((part) => ({ ...part, id: keyText(part.id), conversation_total_parts: total })),
        ),
      columns: ({ created_at }) => ({ conversation_created_at: created_at }),
      ...oneRetrieve,
    }),
  ],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
});
