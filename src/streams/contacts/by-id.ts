/** The contacts that the config names, also where they were merged into others. */
import { type JsonObject, SkippedError } from '@airbyte-ts/cdk-shim';
import type { Contact } from '../../generated/contacts.ts';
import type { Caller, Client } from '../../intercom/client.ts';
import { MergedError } from '../../intercom/errors.ts';
import { maskEmails } from '../../intercom/mask-emails.ts';
import { listAll } from '../../intercom/pages.ts';
import { filter, type Query } from '../../intercom/query.ts';
import { SEARCH_PAGE_SIZE } from '../../intercom/search.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { records, stream } from '../stream.ts';

const namedContacts: Resource<Contact> = {
  ...wholeScan('contacts_by_id', async function* (run) {
    const { client, settings } = run.context;
    const { found, missing } = await findContacts(client, run, settings.contactIds);
    for (const id of missing) {
      const shown = maskEmails(id);
      run.log('WARN', `There is no contact "${shown}", which the config field "contact_ids" names: it is passed over.`);
    }
    yield found;
  }),
  endpoint: 'POST /contacts/search',
  cost: 'one for 50 contacts that are named, and one for each that was merged into another',
};

export const contactsById = stream({
  name: 'contacts_by_id',
  report: 'Contacts by Contact Id',
  columnsOf: 'contacts',
  offered: ({ contactIds }) => contactIds.length > 0,
  sources: [records(namedContacts, { asks: ['GET /contacts/{id}'] })],
  permission: readUsersAndCompanies,
  docs: 'contacts/showcontact',
});

/** How many names go into one search. */
const AT_ONCE = 50;
/** How often a merge is followed. Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/showcontact */
const MOST_HOPS = 3;

export interface Findings {
  /** Each contact once, even where two names mean it. */
  readonly found: readonly Contact[];
  /** Names that no contact goes by. */
  readonly missing: readonly string[];
}

/** Contacts by Intercom's id, by external id or by e-mail address; a merged one is followed to where it went. */
export async function findContacts(client: Client, caller: Caller, names: readonly string[]): Promise<Findings> {
  const found = new Map<string, Contact>();
  const missing: string[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const contacts = await search(client, caller, some);
    for (const contact of contacts) found.set(contact.id, contact);
    const known = new Set(contacts.flatMap(({ id, external_id, email }) => [id, external_id, email]));
    for (const name of some.filter((one) => !known.has(one))) {
      // A merged contact is in no search.
      const contact = isId(name) ? await follow(client, caller, name) : undefined;
      if (contact) found.set(contact.id, contact);
      else missing.push(name);
    }
  }
  return { found: [...found.values()], missing };
}

function search(client: Client, caller: Caller, names: readonly string[]): Promise<readonly Contact[]> {
  const ids = names.filter(isId);
  const emails = names.filter((name) => name.includes('@'));
  const value: Query[] = [
    filter('external_id', 'IN', names),
    ...(ids.length > 0 ? [filter('id', 'IN', ids)] : []),
    ...(emails.length > 0 ? [filter('email', 'IN', emails)] : []),
  ];
  const body = {
    query: { operator: 'OR', value },
    sort: { field: 'created_at', order: 'ascending' },
    pagination: { per_page: SEARCH_PAGE_SIZE },
  };
  return listAll<Contact>(client, caller, { call: { method: 'POST', path: '/contacts/search', body }, keys: ['data'] });
}

async function follow(client: Client, caller: Caller, id: string): Promise<Contact | undefined> {
  let at = id;
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const answer: JsonObject | MergedError | undefined = await client
      .ask(caller, { method: 'GET', path: `/contacts/${at}` })
      .catch((error: unknown) => {
        if (error instanceof MergedError) return error;
        if (error instanceof SkippedError) return undefined;
        throw error;
      });
    if (!(answer instanceof MergedError)) return answer as Contact | undefined;
    at = answer.into;
  }
  return undefined;
}

function isId(name: string): boolean {
  return /^[0-9a-f]{24}$/.test(name);
}
