/** A conversation as `GET /conversations/{id}` shows it. */
import { conversation } from '../data/conversation.ts';
import { type Body, shapedBody } from './bodies.ts';
import { cappedParts } from './shown-parts.ts';
import { withTags } from './tagging.ts';
import type { Workspace } from './workspace.ts';

/** The conversation with its 500 most recent parts. */
export function retrievedConversation(workspace: Workspace, ordinal: number): Body {
  const row = workspace.stores.conversations.live.row(ordinal);
  const body: Body = conversation(workspace.world, { ordinal, ...row });
  const shown = cappedParts(workspace, withTags(workspace, 'conversations', body, row.tags), 'conversation_parts');
  return shapedBody(workspace, 'conversations', shown);
}
