/** The kinds of messages that contacts agree to or refuse. */
import { subscriptionTypes as types } from '../data/subscription-types.ts';
import { fixedList } from '../define/fixed-list.ts';
import { nestedRows } from '../define/nested-rows.ts';

const items = () => types;

export const subscriptionTypes = fixedList({
  stream: 'subscription_types',
  items,
  list: { path: '/subscription_types' },
});

export const subscriptionTypeTranslations = nestedRows({
  stream: 'subscription_type_translations',
  items,
  key: ['subscription_type_id', 'locale'],
  rows: ({ id, translations }) => translations.map((translation) => ({ subscription_type_id: id, ...translation })),
});

export const subscriptionTypeContentTypes = nestedRows({
  stream: 'subscription_type_content_types',
  items,
  key: ['subscription_type_id', 'content_type'],
  rows: ({ id, content_types }) => content_types.map((type) => ({ subscription_type_id: id, content_type: type })),
});
