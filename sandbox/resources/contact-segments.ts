/** The segments of a contact: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/listsegmentsforacontact */
import { segmentBodiesOfContact } from '../workspace/contact-facts.ts';
import { contactList } from './contact-list.ts';

export const contactSegments = contactList({
  name: 'segments',
  items: segmentBodiesOfContact,
});
