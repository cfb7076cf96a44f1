/** The lists inside the parts of conversations, of the same retrieve as the parts. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { childOf } from '../child.ts';
import { countedList } from '../counted-list.ts';
import { entriesIn } from '../entries-in.ts';
import { objectsIn } from '../objects-in.ts';
import type { Parts } from '../parts.ts';
import { readConversations } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { type IntercomSource, stream } from '../stream.ts';
import { oneRetrieve } from './parts.ts';
import { conversationScan } from './scan.ts';
import { rowsOfParts } from './shown-parts.ts';

type Part = Parts['parts'][number];

/** The address of a file is signed, and differs each time: only its position tells it from the others. */
export const conversationPartAttachments = stream({
  name: 'conversation_part_attachments',
  sources: [insideParts(({ attachments }, run) => entriesIn(attachments, 'attachments', run))],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
  fivetran: ['conversation_part_attachment_history'],
});

export const conversationPartTags = stream({
  name: 'conversation_part_tags',
  sources: [insideParts(tagRows, 'tag_id')],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
  fivetran: ['conversation_part_tag_history'],
});

export const conversationPartEmailHeaders = stream({
  name: 'conversation_part_email_headers',
  sources: [insideParts(headerRows)],
  permission: readConversations,
  docs: 'conversations/retrieveconversation',
  fivetran: ['email_address_header'],
});

/** The rows of a list inside each part. `key`: the field that tells the rows of one part apart. */
function insideParts(
  rowsOf: (part: Part, run: IntercomRun) => readonly Row[],
  key: 'position' | 'tag_id' = 'position',
): IntercomSource {
  const ofPart = (part: Part, run: IntercomRun) =>
    rowsOf(part, run).map((row) => ({ ...row, conversation_part_id: keyText(part.id) }));
  return childOf(conversationScan, {
    rows: (conversation, run) =>
      rowsOfParts(conversation, run, ({ parts }) => parts.flatMap((part) => ofPart(part, run))),
    primaryKey: ['conversation_part_id', key],
    ...oneRetrieve,
  });
}

function tagRows({ tags }: Part, run: IntercomRun): readonly Row[] {
  const listed = objectsIn<Listed>(countedList(tags, 'tags', run), run, { name: 'tags' });
  return listed.map(({ id, name = null }) => ({ tag_id: keyText(id), name }));
}

function headerRows({ email_message_metadata: metadata }: Part, run: IntercomRun): readonly Row[] {
  const { email_address_headers: headers } = (metadata ?? {}) as { email_address_headers?: unknown };
  return entriesIn(headers, 'email_address_headers', run);
}
