/** Companies, and the segments, tags and contacts that they have: one scroll for all. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Company } from '../../generated/companies.ts';
import type { Contact } from '../../generated/contacts.ts';
import { type Listed, wholeList } from '../contacts/lists.ts';
import { contactsOf, contactWalk } from '../contacts/scan.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from '../stream.ts';
import { segmentsOf, tagsOf } from './lists.ts';
import { companyWalk as walk } from './scan.ts';
import { companyTimes } from './times.ts';

const permission = readUsersAndCompanies;
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies';

export const companies: IntercomStream<Company> = {
  name: 'companies',
  report: 'Companies',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  endpoints: ['GET /companies/scroll'],
  permission,
  cost: 'one scroll of the workspace, shared by the company streams; one for each company that company_ids names, in its place',
  docs: `${docs}/scrolloverallcompanies`,
};

export const companySegments: IntercomStream<Company> = {
  name: 'company_segments',
  walk,
  rows: ofExisting(async (company, run) =>
    (await segmentsOf(company, run)).map((segment) => ({
      company_id: company.id,
      segment_id: keyText(segment.id),
      company_updated_at: company.updated_at,
      segment,
    })),
  ),
  primaryKey: ['company_id', 'segment_id'],
  cursorField: 'company_updated_at',
  endpoints: ['GET /companies/scroll', 'GET /companies/{id}/segments'],
  permission,
  cost: 'none beside the scroll; one for each changed company where Intercom leaves the list in every company empty',
  docs: `${docs}/scrolloverallcompanies`,
};

export const companyTags: IntercomStream<Company> = {
  name: 'company_tags',
  walk,
  rows: ofExisting(async (company, run) =>
    (await tagsOf(company, run)).map((tag) => ({
      company_id: company.id,
      tag_id: keyText(tag.id),
      company_updated_at: company.updated_at,
      name: tag.name ?? null,
    })),
  ),
  primaryKey: ['company_id', 'tag_id'],
  cursorField: 'company_updated_at',
  endpoints: ['GET /companies/scroll', 'GET /tags', 'GET /companies'],
  permission,
  cost: 'none beside the scroll; one for each tag where Intercom leaves the list in every company empty',
  docs: `${docs}/scrolloverallcompanies`,
};

export const companyContacts: IntercomStream<Company> = {
  name: 'company_contacts',
  report: 'Attached Contacts',
  walk,
  rows: ofExisting(rowsOfCompany),
  // A contact who joins need not touch the company. Filters of companies are known only where companies are walked.
  beside: ({ settings: { filters } }) => {
    const filtered = [filters.companyIds, filters.segmentIds, filters.tagIds].some((list) => list.length > 0);
    return filtered ? undefined : { walk: contactWalk, changesOnly: true, rows: ofExisting(rowsOfContact) };
  },
  primaryKey: ['company_id', 'contact_id'],
  cursorField: 'company_updated_at',
  endpoints: ['GET /companies/scroll', 'GET /companies/{id}/contacts', 'GET /contacts/{id}/companies'],
  permission,
  cost: 'one for 50 contacts of each changed company that has any; where the sync reads contacts too, one for each changed contact with more than ten companies, shared with contact_companies',
  docs: `${docs}/listattachedcontacts`,
};

/** Page by page, since a company may have more contacts than memory holds. */
async function* rowsOfCompany(company: Company, run: IntercomRun): AsyncGenerator<Row> {
  if (company.user_count === 0) return;
  for await (const contacts of contactsOf(company.id, run)) {
    for (const contact of objectsIn<Contact>(contacts, run, { name: 'contacts' }))
      yield rowOf(company.id, company.updated_at, contact);
  }
}

/** A company that the scroll did not show yet comes with the next one, as a company that changed. */
async function* rowsOfContact(contact: Contact, run: IntercomRun): AsyncGenerator<Row> {
  const companies = await wholeList(contact, 'companies', run);
  if (companies.length === 0) return;
  const times = await companyTimes(run).all;
  // Only a search shows the history of merges, where deletions are asked for: the list of a company never does.
  const { merge_history: _, ...shown } = contact;
  for (const { id } of objectsIn<Listed>(companies, run, { name: 'companies' })) {
    const companyId = keyText(id);
    if (times.has(companyId)) yield rowOf(companyId, times.get(companyId), shown);
  }
}

function rowOf(companyId: string, updatedAt: unknown, contact: Pick<Contact, 'id'>): Row {
  return { company_id: companyId, contact_id: contact.id, company_updated_at: updatedAt, contact };
}
