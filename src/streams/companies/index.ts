/** Companies, and the segments, tags and contacts that they have: one scroll for all. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import type { Contact } from '../../generated/contacts.ts';
import { ofExisting } from '../child.ts';
import { wholeList } from '../contacts/lists.ts';
import { contactScan, contactsOf } from '../contacts/scan.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { type Listed, relation, relationRow } from '../relation.ts';
import { records, sourceOf, stream } from '../stream.ts';
import { segmentsOf, tagsOf } from './lists.ts';
import { companyScan } from './scan.ts';

export const companies = stream({
  name: 'companies',
  report: 'Companies',
  fivetran: ['company_history'],
  sources: [records(companyScan)],
  cost: `${companyScan.cost}; one for each company that company_ids names, in its place`,
  permission: readUsersAndCompanies,
  docs: 'companies/scrolloverallcompanies',
});

export const companySegments = stream({
  name: 'company_segments',
  fivetran: ['company_segment_history'],
  sources: [
    relation(companyScan, {
      child: 'segment',
      list: 'segments',
      children: segmentsOf,
      asks: ['GET /companies/{id}/segments'],
      cost: 'none beside the scroll; one for each changed company where Intercom leaves the list in every company empty',
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'companies/scrolloverallcompanies',
});

export const companyTags = stream({
  name: 'company_tags',
  fivetran: ['company_tag_history'],
  sources: [
    relation(companyScan, {
      child: 'tag',
      list: 'tags',
      children: tagsOf,
      columns: ({ name }) => ({ name: name ?? null }),
      asks: ['GET /tags', 'GET /companies'],
      cost: 'none beside the scroll; one for each tag where Intercom leaves the list in every company empty',
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'companies/scrolloverallcompanies',
});

export const companyContacts = stream({
  name: 'company_contacts',
  report: 'Attached Contacts',
  sources: [
    relation(companyScan, {
      child: 'contact',
      list: 'contacts',
      children: (company, run) => (company.user_count === 0 ? [] : contactsOf(company.id, run)),
      asks: ['GET /companies/{id}/contacts'],
      cost: 'one for 50 contacts of each changed company that has any; where the sync reads contacts too, one for each changed contact with more than ten companies, shared with contact_companies',
    }),
    // A contact who joins need not touch the company. Filters of companies are known only where companies are scanned.
    sourceOf(contactScan, ofExisting(rowsOfContact), {
      when: ({ settings }, mode) => mode === 'incremental' && !areCompaniesFiltered(settings),
      changesOnly: true,
      asks: ['GET /contacts/{id}/companies'],
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'companies/listattachedcontacts',
});

function areCompaniesFiltered({ filters: { companyIds, segmentIds, tagIds } }: Settings): boolean {
  return [companyIds, segmentIds, tagIds].some((list) => list.length > 0);
}

/** A company that the scroll did not show yet comes with the next scroll, as a company that changed. */
async function* rowsOfContact(contact: Contact, run: IntercomRun): AsyncGenerator<Row> {
  const listed = objectsIn<Listed>(await wholeList(contact, 'companies', run), run, { name: 'companies' });
  if (listed.length === 0) return;
  const { updatedAt } = (await run.factsOf(companyScan)) ?? {};
  // Only a search shows the history of merges, where deletions are asked for: the list of a company never does.
  const { merge_history: _, ...shown } = contact;
  for (const id of listed.map((company) => keyText(company.id))) {
    if (!updatedAt?.has(id)) continue;
    const company = { id, updated_at: updatedAt.get(id) };
    yield relationRow(companyScan, company, { object: 'contact', id: contact.id, columns: { contact: shown } });
  }
}
