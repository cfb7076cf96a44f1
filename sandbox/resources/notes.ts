/** Notes: those of a contact, those of a company, and one by one. */
import { childList } from '../define/child-list.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import { findNote, notesAbout } from '../workspace/notes.ts';
import { noteRows } from '../workspace/truth-activity.ts';

const scope = 'read_users_companies';

export const notes: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/notes/{id}',
      scope,
      handle: ({ params }) => {
        const note = findNote(workspace, params.id ?? '');
        if (note === undefined) throw notFound();
        return note;
      },
    },
  ],
  truth: { notes: noteRows },
};

export const contactNotes = childList({
  of: 'contacts',
  list: { path: '/contacts/{id}/notes', scope, pages: 'numbered' },
  items: (workspace, contact) => notesAbout(workspace, 'contact', contact),
});

export const companyNotes = childList({
  of: 'companies',
  list: { path: '/companies/{id}/notes', scope, since: '2.15', pages: 'numbered' },
  items: (workspace, company) => notesAbout(workspace, 'company', company),
});
