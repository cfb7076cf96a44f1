/** The kinds of messages that contacts agree to or refuse. */
import { subscriptionTypes as items } from '../data/subscription-types.ts';
import { fixedList } from '../define/fixed-list.ts';

export const subscriptionTypes = fixedList({
  items: () => items,
  list: { path: '/subscription_types' },
});
