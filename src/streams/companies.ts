/** Companies, and the segments and tags they are in: one scroll for all three. */
import type { Company } from '../generated/companies.ts';
import { scrollWalk } from '../walks/scroll.ts';
import { readUsersAndCompanies } from './permissions.ts';
import { asItIs, type IntercomStream } from './stream.ts';

const walk = scrollWalk<Company>({ name: 'companies', path: '/companies/scroll', recordsAt: 'data' });
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
  rows: ({ id, updated_at, segments }) =>
    (segments?.segments ?? []).map((segment) => ({
      company_id: id,
      segment_id: String(segment.id),
      company_updated_at: updated_at,
      segment,
    })),
  primaryKey: ['company_id', 'segment_id'],
  cursorField: 'company_updated_at',
  permission,
  cost: 'none beside the scroll',
  docs,
};

export const companyTags: IntercomStream<Company> = {
  name: 'company_tags',
  walk,
  rows: ({ id, updated_at, tags }) =>
    (tags?.tags ?? []).map((tag) => ({
      company_id: id,
      tag_id: String(tag.id),
      company_updated_at: updated_at,
      name: tag.name,
    })),
  primaryKey: ['company_id', 'tag_id'],
  cursorField: 'company_updated_at',
  permission,
  cost: 'none beside the scroll',
  docs,
};
