/** The lists inside the parts of conversations: only the retrieve of a conversation shows them. */
import { type ChildRows, childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { type Body, nestedItems } from '../workspace/bodies.ts';
import { retrievedConversation } from '../workspace/retrieved-conversation.ts';
import { placed } from './conversation-lists.ts';

/** Rows of a list inside each part that Intercom shows. */
function insideParts(stream: string, key: 'position' | 'tag_id', rows: (part: Body) => readonly Body[]): Resource {
  const ofParts: ChildRows['rows'] = (_, workspace, ordinal) =>
    nestedItems(retrievedConversation(workspace, ordinal), 'conversation_parts', 'conversation_parts').flatMap((part) =>
      rows(part).map((row) => ({ ...row, conversation_part_id: String(part.id) })),
    );
  const fields = ['conversation_part_id', key];
  return childRows({
    stream,
    of: 'conversations',
    parent: 'conversation',
    key: fields,
    keyedByParent: false,
    rows: ofParts,
  });
}

export const conversationPartLists: readonly Resource[] = [
  insideParts('conversation_part_attachments', 'position', ({ attachments }) => placed(attachments)),
  insideParts('conversation_part_tags', 'tag_id', ({ tags }) =>
    (tags as readonly Body[]).map(({ id, name }) => ({ tag_id: id, name })),
  ),
  insideParts('conversation_part_email_headers', 'position', ({ email_message_metadata: metadata }) =>
    placed((metadata as Body | null)?.email_address_headers),
  ),
];
