/** The subscription types that a contact agreed to or refused. */
import { childList } from '../define/child-list.ts';
import { subscriptionsOfContact } from '../workspace/contact-facts.ts';

export const contactSubscriptions = childList({
  of: 'contacts',
  list: { path: '/contacts/{id}/subscriptions', scope: 'read_users_companies' },
  items: subscriptionsOfContact,
  truth: {
    stream: 'contact_subscriptions',
    parent: 'contact',
    child: 'subscription_type',
    childOf: ({ id, consent_type }) => ({ id, said: { opted_in: consent_type === 'opt_in' } }),
  },
});
