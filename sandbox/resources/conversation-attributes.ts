/** Attributes of conversations: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations-attributes */
import { conversationAttributes as attributesOf } from '../data/conversation-attributes.ts';
import { fixedList, unlessArchived } from './fixed-list.ts';

export const conversationAttributes = fixedList({
  stream: 'conversation_attributes',
  path: '/conversations/attributes',
  since: '2.16',
  items: attributesOf,
  select: unlessArchived,
});
