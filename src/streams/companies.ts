/** Companies, and the segments and tags they are in: one scroll for all three. */
import type { Company } from '../generated/companies.ts';
import { scrollWalk } from '../walks/scroll.ts';
import { segmentsOf, tagsOf, watchLists } from './company-lists.ts';
import { readUsersAndCompanies } from './permissions.ts';
import { asItIs, type IntercomStream } from './stream.ts';

const walk = scrollWalk<Company>({
  name: 'companies',
  path: '/companies/scroll',
  recordsAt: 'data',
  watch: watchLists,
});
const permission = readUsersAndCompanies;
const docs =
  'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/scrolloverallcompanies';

export const companies: IntercomStream<Company> = {
  name: 'companies',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  permission,
  cost: 'one scroll of the workspace, shared by the company streams',
  docs,
};

export const companySegments: IntercomStream<Company> = {
  name: 'company_segments',
  walk,
  rows: async (company, run) =>
    (await segmentsOf(company, run)).map((segment) => ({
      company_id: company.id,
      segment_id: String(segment.id),
      company_updated_at: company.updated_at,
      segment,
    })),
  primaryKey: ['company_id', 'segment_id'],
  cursorField: 'company_updated_at',
  permission,
  cost: 'none beside the scroll; one for each changed company where Intercom leaves the list in every company empty',
  docs,
};

export const companyTags: IntercomStream<Company> = {
  name: 'company_tags',
  walk,
  rows: async (company, run) =>
    (await tagsOf(company, run)).map((tag) => ({
      company_id: company.id,
      tag_id: String(tag.id),
      company_updated_at: company.updated_at,
      name: tag.name ?? null,
    })),
  primaryKey: ['company_id', 'tag_id'],
  cursorField: 'company_updated_at',
  permission,
  cost: 'none beside the scroll; one for each tag where Intercom leaves the list in every company empty',
  docs,
};
