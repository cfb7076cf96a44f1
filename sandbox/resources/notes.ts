/** Notes: of a contact, of a company, and one by one. */
import { ApiError, notFound } from '../errors.ts';
import { pagedList } from '../pages.ts';
import type { Route } from '../route.ts';
import { findNote, notesAbout } from '../workspace/notes.ts';
import { noteRows } from '../workspace/truth-activity.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import type { Resource } from './resource.ts';

const scope = 'read_users_companies';

export const notes: Resource = {
  routes,
  truth: { notes: noteRows },
};

function routes(workspace: Workspace): Route[] {
  const byCursor = workspace.options.cursorLists === 'all';
  return [
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
    {
      method: 'GET',
      path: '/contacts/{id}/notes',
      scope,
      handle: ({ params, url }) => {
        const contact = find(workspace, 'contacts', params.id ?? '');
        if (contact === undefined) throw notFound('User Not Found');
        return pagedList(notesAbout(workspace, 'contact', contact), url, { byCursor });
      },
    },
    {
      method: 'GET',
      path: '/companies/{id}/notes',
      scope,
      since: '2.15',
      handle: ({ params, url }) => {
        const company = find(workspace, 'companies', params.id ?? '');
        if (company === undefined) throw new ApiError(404, 'company_not_found', 'Company Not Found');
        return pagedList(notesAbout(workspace, 'company', company), url, { byCursor });
      },
    },
  ];
}
