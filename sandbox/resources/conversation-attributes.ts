/** Attributes of conversations. */
import { fixedList } from '../define/fixed-list.ts';
import { conversationAttributes as attributesOf } from '../workspace/world-facts.ts';
import { unlessArchived } from './data-attributes.ts';

export const conversationAttributes = fixedList({
  stream: 'conversation_attributes',
  items: attributesOf,
  list: { path: '/conversations/attributes', since: '2.16' },
  asked: unlessArchived,
});
