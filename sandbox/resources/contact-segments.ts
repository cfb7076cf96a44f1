/** The segments that a contact is in. */
import { childList } from '../define/child-list.ts';
import { segmentBodiesOfContact } from '../workspace/contact-facts.ts';

export const contactSegments = childList({
  of: 'contacts',
  list: { path: '/contacts/{id}/segments', scope: 'read_users_companies' },
  items: segmentBodiesOfContact,
  truth: {
    stream: 'contact_segments',
    parent: 'contact',
    child: 'segment',
    childOf: ({ id, name }) => ({ id, said: { name } }),
  },
});
