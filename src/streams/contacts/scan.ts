/** The scan that every stream about contacts reads. */
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import { listPages } from '../../intercom/pages.ts';
import type { SearchResource } from '../../scans/search/resource.ts';
import { search } from '../../scans/search/search.ts';
import { type Tombstone, tombstoneOf } from '../../scans/tombstone.ts';
import { namedCompanies } from '../companies/names.ts';
import { objectsIn } from '../objects-in.ts';
import { contactActivityScan } from './activities.ts';
import { contactCriteria, contactFingerprint, type FoundContact } from './filters.ts';

/** The search of contacts as such, for streams that search on their own. */
export const contactSearch: SearchResource<FoundContact> = {
  name: 'contacts',
  path: '/contacts/search',
  at: 'data',
  precision: 'days',
  criteria: contactCriteria,
};

export const contactScan = search<FoundContact, ReadonlySet<string>>({
  ...contactSearch,
  object: 'contact',
  fingerprint: contactFingerprint,
  parameters: ({ emitDeletions }, streams) =>
    emitDeletions || streams.has('contact_merges') ? { include_merge_history: true } : undefined,
  merged({ merge_history }, run) {
    if (!run.context.settings.emitDeletions) return [];
    return objectsIn(merge_history, run, { name: 'merge_history', key: 'source_contact_id' }).flatMap(mergedContact);
  },
  // The ids of deleted contacts, since the search index may still hold them.
  async facts(run) {
    const deleted = deletionsAreKnown(run.context.settings) ? await run.factsOf(contactActivityScan) : undefined;
    return deleted?.ids ?? new Set();
  },
  listed: (run) => (run.context.settings.filters.companyIds.length > 0 ? contactsOfNamedCompanies(run) : undefined),
});

/** Whether the deletions of contacts are asked for, and can be known. */
export function deletionsAreKnown({ emitDeletions, preview }: Settings): boolean {
  return emitDeletions && preview;
}

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
  return listPages<FoundContact>(run.context.client, run, { call, keys: ['data'], perPage: 50 });
}

/** The contact that a merge ended. Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts */
function mergedContact(merge: unknown): readonly Tombstone[] {
  const { source_contact_id: id, merged_at } = (merge ?? {}) as { source_contact_id?: unknown; merged_at?: unknown };
  return typeof id === 'string' && typeof merged_at === 'number' ? [tombstoneOf({ id, updated_at: merged_at })] : [];
}
