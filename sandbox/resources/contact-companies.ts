/** The companies that a contact belongs to. */
import type { Resource } from '../define/resource.ts';
import { pagedList } from '../pages.ts';
import type { Call } from '../routes/route.ts';
import { companiesOfContact } from '../workspace/contact-facts.ts';
import { relationRows } from '../workspace/relation-rows.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

export const contactCompanies: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/contacts/{id}/companies',
      scope: 'read_users_companies',
      handle: (call) => companies(workspace, call),
    },
  ],
  truth: {
    contact_companies: relationRows('contacts', 'contact', 'company', (workspace, contact) =>
      companiesOfContact(workspace, contact).map(({ id }) => ({
        id,
        said: { company: { type: 'company', id, url: `/companies/${String(id)}` } },
      })),
    ),
  },
};

function companies(workspace: Workspace, { params, url }: Call) {
  const { cursorLists, contactCompaniesKey } = workspace.options;
  const all = companiesOfContact(workspace, known(workspace, 'contacts', params.id));
  const { data, ...rest } = pagedList(all, url, { byCursor: cursorLists === 'all' });
  return { ...rest, [contactCompaniesKey]: data };
}
