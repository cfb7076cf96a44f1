/** The subscriptions of a contact: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/listsubscriptionsforacontact */
import { subscriptionsOfContact } from '../workspace/contact-facts.ts';
import { contactList } from './contact-list.ts';

export const contactSubscriptions = contactList({
  name: 'subscriptions',
  items: subscriptionsOfContact,
});
