/** Contacts (users and leads), and the companies and tags that they have. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { Contact } from '../../generated/contacts.ts';
import { askList } from '../../scans/list.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';
import { objectsIn } from '../objects-in.ts';
import { readTags, readUsersAndCompanies } from '../permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from '../stream.ts';
import { askWholeList, type Listed, wholeList } from './lists.ts';
import { contactWalk as walk } from './scan.ts';

const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts';

export const contacts: IntercomStream<Contact> = {
  name: 'contacts',
  report: 'Contacts',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  endpoints: ['POST /contacts/search'],
  permission: readUsersAndCompanies,
  cost: 'one for 150 contacts',
  docs: `${docs}/searchcontacts`,
};

export const contactCompanies: IntercomStream<Contact> = {
  name: 'contact_companies',
  report: 'Attached Companies',
  walk,
  rows: ofExisting(async (contact, run) => {
    const any = (contact.companies?.data?.length ?? 0) > 0;
    const full = run.context.settings.contactCompaniesFull && any;
    const companies = full ? await askWholeList(contact, 'companies', run) : await wholeList(contact, 'companies', run);
    return objectsIn<Listed>(companies, run, { name: 'companies' }).map((company) => ({
      contact_id: contact.id,
      company_id: keyText(company.id),
      contact_updated_at: contact.updated_at,
      company: full ? company : { type: 'company', id: company.id, url: `/companies/${company.id}` },
    }));
  }),
  primaryKey: ['contact_id', 'company_id'],
  cursorField: 'contact_updated_at',
  endpoints: ['POST /contacts/search', 'GET /contacts/{id}/companies'],
  permission: readUsersAndCompanies,
  cost: 'none beside those of contacts, but for a contact with more than ten companies; with contact_companies_full one for each changed contact that has any',
  docs: `${docs}/listcompaniesforacontact`,
};

export const contactTags: IntercomStream<Contact> = {
  name: 'contact_tags',
  report: 'Attached Tags',
  walk,
  rows: ofExisting(async (contact, run) => {
    const tags = objectsIn<Listed>(await wholeList(contact, 'tags', run), run, { name: 'tags' });
    if (tags.length === 0) return [];
    const names = await tagNames(run);
    return tags.map(({ id, name, applied_at }) => ({
      contact_id: contact.id,
      tag_id: keyText(id),
      contact_updated_at: contact.updated_at,
      name: name ?? names.get(keyText(id)) ?? null,
      applied_at: applied_at ?? null,
    }));
  }),
  primaryKey: ['contact_id', 'tag_id'],
  cursorField: 'contact_updated_at',
  endpoints: ['POST /contacts/search', 'GET /tags', 'GET /contacts/{id}/tags'],
  permission: readTags,
  cost: 'one for the names of all tags, and one for a contact with more than ten',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/listtagsforacontact',
};

/** Inside a contact a tag is only an id; one call brings the names of all. */
const tagNames = oncePerSync(async (run) => {
  const tags = await askList<{ id: unknown; name?: unknown }>(run, { name: 'tags', path: '/tags', recordsAt: 'data' });
  return new Map(tags.map(({ id, name }) => [keyText(id), name]));
});
