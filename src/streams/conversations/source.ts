/** The files and addresses of the first message of conversations. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Conversation } from '../../generated/conversations.ts';
import { attachmentRows } from '../attachments.ts';
import { childOf } from '../child.ts';
import { entriesIn } from '../entries-in.ts';
import { readConversations } from '../permissions.ts';
import { stream } from '../stream.ts';
import { conversationScan } from './scan.ts';

export const conversationSourceAttachments = stream({
  name: 'conversation_source_attachments',
  sources: [
    childOf(conversationScan, {
      rows: ({ id, source }, run) => attachmentRows('conversation', { id, attachments: source?.attachments }, run),
      primaryKey: ['conversation_id', 'position'],
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

export const conversationSourceAddresses = stream({
  name: 'conversation_source_addresses',
  sources: [childOf(conversationScan, { rows: addressRows, primaryKey: ['conversation_id', 'kind', 'position'] })],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

/** Three lists in one, of which `kind` tells where an address stands. */
function addressRows({ source }: Conversation, run: IntercomRun): readonly Row[] {
  const { recipients, reply_to: replyTo, email_message_metadata: metadata } = source ?? {};
  const rowsOf = (kind: string, list: unknown, name: string) =>
    entriesIn(list, name, run).map(({ position, type = null, name = null, drop_reason = null, ...entry }) => {
      // Headers call the address otherwise.
      const email = entry.email ?? entry.email_address ?? null;
      return { kind, position, type, email, name, drop_reason };
    });
  return [
    ...rowsOf('recipient', recipients, 'recipients'),
    ...rowsOf('reply_to', replyTo, 'reply_to'),
    ...rowsOf('header', metadata?.email_address_headers, 'email_address_headers'),
  ];
}
