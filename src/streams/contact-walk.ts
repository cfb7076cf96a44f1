/** The walk that every stream about contacts shares. */
import type { IntercomRun } from '../intercom/intercom.ts';
import { numberedPages } from '../intercom/pages.ts';
import { searchWalk } from '../walks/search.ts';
import { namedCompanies } from './company-names.ts';
import { contactCriteria, contactFingerprint, type FoundContact } from './contact-filters.ts';

export const contactWalk = searchWalk<FoundContact>({
  name: 'contacts',
  path: '/contacts/search',
  recordsAt: 'data',
  timesAre: 'days',
  criteria: contactCriteria,
  fingerprint: contactFingerprint,
  listed: (run) => (run.context.settings.filters.companyIds.length > 0 ? contactsOfNamedCompanies(run) : undefined),
});

/** The contacts of the companies that the config names, each once: far fewer calls than a search of all contacts. */
async function* contactsOfNamedCompanies(run: IntercomRun): AsyncGenerator<readonly FoundContact[]> {
  const seen = new Set<string>();
  for (const { id } of await namedCompanies(run)) {
    for await (const contacts of contactsOf(id, run)) {
      const fresh = contacts.filter((contact) => !seen.has(contact.id));
      for (const contact of fresh) seen.add(contact.id);
      yield fresh;
    }
  }
}

/** Pages of the contacts of a company, by Intercom's id of it. */
export function contactsOf(companyId: string, run: IntercomRun): AsyncGenerator<readonly FoundContact[]> {
  const call = { method: 'GET', path: `/companies/${companyId}/contacts` } as const;
  return numberedPages<FoundContact>(run.context.client, run, { call, keys: ['data'], perPage: 50 });
}
