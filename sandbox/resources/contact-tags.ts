/** Tags of contacts, each with the time at which it was put on. */
import { childList } from '../define/child-list.ts';
import { quietFields, tagSigns } from '../workspace/quiet-fields.ts';
import { tagsOfContact } from '../workspace/relations.ts';

/** How many items of a list a contact shows; of those it says only the ids. */
const SHOWN = 10;

export const contactTags = childList({
  of: 'contacts',
  list: { path: '/contacts/{id}/tags', scope: 'read_users_companies' },
  items: tagsOfContact,
  truth: {
    stream: 'contact_tags',
    parent: 'contact',
    child: 'tag',
    // Readers ask for the whole list, which alone has the times, only where the contact does not show all of it.
    childOf: ({ id, name, applied_at }, workspace, contact, { length }) => ({
      id,
      said: { name, applied_at: length > SHOWN ? applied_at : null },
      quiet: quietFields(workspace, 'contacts', contact).includes('tags') ? ['applied_at'] : [],
      ...tagSigns(workspace, 'contacts', contact, applied_at),
    }),
  },
});
