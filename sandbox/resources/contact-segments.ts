/** The segments that a contact is in. */
import { childList } from '../define/child-list.ts';
import { segmentBodiesOfContact } from '../workspace/contact-facts.ts';

export const contactSegments = childList({
  of: 'contacts',
  list: { path: '/contacts/{id}/segments', scope: 'read_users_companies' },
  items: segmentBodiesOfContact,
});
