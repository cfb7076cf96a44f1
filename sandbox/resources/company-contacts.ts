/** The contacts of a company. */
import type { Resource } from '../define/resource.ts';
import { pagedList } from '../pages.ts';
import type { Call } from '../routes/route.ts';
import { listedBody } from '../workspace/bodies.ts';
import { quietFields } from '../workspace/quiet-fields.ts';
import { type Child, relationRows } from '../workspace/relation-rows.ts';
import { idOf, known, type Workspace } from '../workspace/workspace.ts';

export const companyContacts: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/companies/{id}/contacts',
      scope: 'read_users_companies',
      handle: (call) => contacts(workspace, call),
    },
  ],
  truth: { company_contacts: relationRows('companies', 'company', 'contact', contactsOf) },
};

function contacts(workspace: Workspace, { params, url }: Call) {
  const ordinals = workspace.members.companies(known(workspace, 'companies', params.id));
  const byCursor = workspace.options.cursorLists !== 'none';
  const { data, ...rest } = pagedList(ordinals, url, { max: 150, byCursor });
  const table = workspace.stores.contacts.live;
  return { ...rest, data: data.map((ordinal) => listedBody(workspace, 'contacts', table, ordinal)) };
}

/** Contacts of a company are whole records, which change while the company does not. */
function contactsOf(workspace: Workspace, company: number): readonly Child[] {
  const { live } = workspace.stores.contacts;
  return workspace.members.companies(company).map((ordinal) => {
    const contact = listedBody(workspace, 'contacts', live, ordinal);
    const quiet = quietFields(workspace, 'contacts', ordinal);
    const child = { field: 'contact', updated_at: contact.updated_at, quiet };
    return { id: idOf(workspace, 'contacts', ordinal), said: { contact }, child };
  });
}
