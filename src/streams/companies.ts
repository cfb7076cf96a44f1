/** Companies, and the segments, tags and contacts that they have: one scroll for all. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { Company } from '../generated/companies.ts';
import { segmentsOf, tagsOf } from './company-lists.ts';
import { companyWalk as walk } from './company-walk.ts';
import { contactsOf } from './contact-walk.ts';
import { readUsersAndCompanies } from './permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from './stream.ts';

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
      segment_id: String(segment.id),
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
      tag_id: String(tag.id),
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
  rows: ofExisting(async (company, run) => {
    if (company.user_count === 0) return [];
    const rows: Row[] = [];
    for await (const contacts of contactsOf(company.id, run)) {
      for (const contact of contacts) {
        rows.push({
          company_id: company.id,
          contact_id: contact.id,
          company_updated_at: company.updated_at,
          contact,
        });
      }
    }
    return rows;
  }),
  primaryKey: ['company_id', 'contact_id'],
  cursorField: 'company_updated_at',
  endpoints: ['GET /companies/scroll', 'GET /companies/{id}/contacts'],
  permission,
  cost: 'one for 50 contacts of each changed company that has any',
  docs: `${docs}/listattachedcontacts`,
};
