/** The lists inside conversations, which come with the search. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Conversation } from '../../generated/conversations.ts';
import { childOf } from '../child.ts';
import { countedList } from '../counted-list.ts';
import { customObjects } from '../custom-objects.ts';
import { linkedObjects } from '../linked-objects.ts';
import { objectsIn } from '../objects-in.ts';
import { readConversations } from '../permissions.ts';
import { type Listed, relation } from '../relation.ts';
import { stream } from '../stream.ts';
import { conversationScan } from './scan.ts';

/** Intercom has been seen to name the list `admins`, and documents it as `teammates` and as a bare list. */
export const conversationAdmins = stream({
  name: 'conversation_admins',
  sources: [
    relation(conversationScan, {
      child: 'admin',
      list: 'teammates',
      children: ({ teammates }, run) => countedList(teammates, 'teammates', run),
      columns: ({ type = null }) => ({ type }),
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
  fivetran: ['conversation_admin_history'],
});

/** Topics are in no schema of Intercom's: an empty object, null, or a counted list. */
export const conversationTopics = stream({
  name: 'conversation_topics',
  sources: [
    relation(conversationScan, {
      child: 'topic',
      list: 'topics',
      children: ({ topics }, run) => countedList(topics, 'topics', run),
      columns: ({ name = null }) => ({ name }),
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
  fivetran: ['conversation_topic_history'],
});

export const conversationLinkedObjects = stream({
  name: 'conversation_linked_objects',
  sources: [linkedObjects(conversationScan)],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

export const conversationExternalReferences = stream({
  name: 'conversation_external_references',
  sources: [childOf(conversationScan, { rows: referenceRows, primaryKey: ['conversation_id', 'type', 'external_id'] })],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

function referenceRows({ external_references }: Conversation, run: IntercomRun): readonly Row[] {
  const listed = objectsIn<Listed>(external_references, run, { name: 'external_references' });
  return listed.map(({ type, id }) => ({ type: String(type ?? ''), external_id: keyText(id) }));
}

export const conversationCustomObjects = stream({
  name: 'conversation_custom_objects',
  sources: [customObjects(conversationScan)],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});
