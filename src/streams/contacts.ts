/** Contacts (users and leads), and the companies and tags that they have. */
import type { Contact } from '../generated/contacts.ts';
import type { IntercomRun } from '../intercom/intercom.ts';
import { numberedPages } from '../intercom/pages.ts';
import { askList } from '../walks/list.ts';
import { oncePerSync } from '../walks/once-per-sync.ts';
import { searchWalk } from '../walks/search.ts';
import { readTags, readUsersAndCompanies } from './permissions.ts';
import { asItIs, type IntercomStream } from './stream.ts';

const walk = searchWalk<Contact>({
  name: 'contacts',
  path: '/contacts/search',
  recordsAt: 'data',
  timesAre: 'days',
});
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts';

export const contacts: IntercomStream<Contact> = {
  name: 'contacts',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  permission: readUsersAndCompanies,
  cost: 'one for 150 contacts',
  docs: `${docs}/searchcontacts`,
};

export const contactCompanies: IntercomStream<Contact> = {
  name: 'contact_companies',
  walk,
  rows: async (contact, run) =>
    (await wholeList(contact, 'companies', run)).map(({ id }) => ({
      contact_id: contact.id,
      company_id: String(id),
      contact_updated_at: contact.updated_at,
      company: { type: 'company', id, url: `/companies/${id}` },
    })),
  primaryKey: ['contact_id', 'company_id'],
  cursorField: 'contact_updated_at',
  permission: readUsersAndCompanies,
  cost: 'none beside those of contacts, but for a contact with more than ten companies',
  docs: `${docs}/listcompaniesforacontact`,
};

export const contactTags: IntercomStream<Contact> = {
  name: 'contact_tags',
  walk,
  rows: async (contact, run) => {
    const tags = await wholeList(contact, 'tags', run);
    if (tags.length === 0) return [];
    const names = await tagNames(run);
    return tags.map(({ id, name, applied_at }) => ({
      contact_id: contact.id,
      tag_id: String(id),
      contact_updated_at: contact.updated_at,
      name: name ?? names.get(String(id)) ?? null,
      applied_at: applied_at ?? null,
    }));
  },
  primaryKey: ['contact_id', 'tag_id'],
  cursorField: 'contact_updated_at',
  permission: readTags,
  cost: 'one for the names of all tags, and one for a contact with more than ten',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/listtagsforacontact',
};

interface Listed {
  readonly id: unknown;
  readonly name?: unknown;
  readonly applied_at?: unknown;
}

/** The whole of a list that Intercom cuts at ten inside a contact; asked for only where it was cut. */
async function wholeList(contact: Contact, list: 'companies' | 'tags', run: IntercomRun): Promise<readonly Listed[]> {
  const inside = contact[list];
  if (!inside?.has_more) return (inside?.data ?? []) as readonly Listed[];
  const all: Listed[] = [];
  // The list of companies stands under either key, depending on which part of Intercom's documentation is right.
  const call = { method: 'GET', path: `/contacts/${contact.id}/${list}` } as const;
  for await (const page of numberedPages<Listed>(run.context.client, run, {
    call,
    keys: ['data', list],
    perPage: 60,
  })) {
    all.push(...page);
  }
  return all;
}

/** Inside a contact a tag is only an id; one call brings the names of all. */
const tagNames = oncePerSync(async (run) => {
  const tags = await askList<{ id: unknown; name?: unknown }>(run, { name: 'tags', path: '/tags', recordsAt: 'data' });
  return new Map(tags.map(({ id, name }) => [String(id), name]));
});
