/** A conversation as `GET /conversations/{id}` shows it. */
import { conversation } from '../data/conversation.ts';
import { type Body, shapedBody } from './bodies.ts';
import { attributesAsRead } from './instances.ts';
import { cappedParts } from './shown-parts.ts';
import type { Row } from './table.ts';
import { withTags } from './tagging.ts';
import type { Workspace } from './workspace.ts';

/** The conversation with its 500 most recent parts. */
export function retrievedConversation(workspace: Workspace, ordinal: number): Body {
  const row = workspace.stores.conversations.live.row(ordinal);
  const body: Body = conversation(workspace.world, { ordinal, ...row });
  const complete = completeConversation(workspace, body, { row });
  return shapedBody(workspace, 'conversations', cappedParts(workspace, complete, 'conversation_parts'));
}

/** The conversation with the tags put on later, and its custom objects as the options ask for them. */
export function completeConversation(workspace: Workspace, body: Body, { row }: { readonly row: Row }): Body {
  return attributesAsRead(workspace.options, withTags(workspace, 'conversations', body, row.tags));
}
