/** The filters of contacts: as Intercom's search applies them, and as they are applied on our side. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import type { Contact } from '../../generated/contacts.ts';
import { and, anyOf, filter, MOST_FILTERS } from '../../intercom/query.ts';
import { SEARCH_PAGE_SIZE, searchPage } from '../../intercom/search.ts';
import { type Criterion, fingerprintOf } from '../../scans/filters.ts';
import type { SearchItem } from '../../scans/search/resource.ts';
import { namedCompanies } from '../companies/names.ts';
import { wholeList } from './lists.ts';

/** A contact in a list or a search: with its times. */
export type FoundContact = Contact & SearchItem;

type ContactCriterion = Criterion<FoundContact>;

export function contactCriteria({ filters }: Settings): readonly ContactCriterion[] {
  const { contactRoles, contactEmails, companyIds, segmentIds, tagIds } = filters;
  return [
    ...(contactRoles.length > 0 ? [ofField('role', contactRoles)] : []),
    ...(contactEmails.length > 0 ? [ofField('email', contactEmails)] : []),
    ...(tagIds.length > 0 ? [tagged(tagIds)] : []),
    ...(segmentIds.length > 0 ? [inSegments(segmentIds)] : []),
    ...(companyIds.length > 0 ? [inCompanies] : []),
  ];
}

/** The streams of events have one more filter. */
export function contactFingerprint({ filters }: Settings, stream: string): string | undefined {
  const { contactRoles, contactEmails, companyIds, segmentIds, tagIds, eventRole } = filters;
  const events = stream.startsWith('contact_event') && eventRole ? { eventRole: [eventRole] } : {};
  return fingerprintOf({ contactRoles, contactEmails, companyIds, segmentIds, tagIds, ...events });
}

function ofField(field: 'role' | 'email', values: readonly string[]): ContactCriterion {
  return {
    query: filter(field, 'IN', values),
    meet: (contacts) => contacts.filter((contact) => values.includes(String(contact[field]))),
  };
}

function tagged(tagIds: readonly string[]): ContactCriterion {
  return {
    ...(tagIds.length <= MOST_FILTERS ? { query: anyOf('tag_id', tagIds) } : {}),
    meet: (contacts, run) => withAny(contacts, tagIds, run, 'tags'),
  };
}

/** Search knows no company, so this is left to us. */
const inCompanies: ContactCriterion = {
  async meet(contacts, run) {
    const ids = (await namedCompanies(run)).map(({ id }) => id);
    return withAny(contacts, ids, run, 'companies');
  },
};

async function withAny(
  contacts: readonly FoundContact[],
  wanted: readonly string[],
  run: IntercomRun,
  list: 'companies' | 'tags',
): Promise<readonly FoundContact[]> {
  const ids = new Set(wanted);
  const met = contacts.map(async (contact) => {
    const inside = contact[list]?.data ?? [];
    // The ten that a contact shows are enough where one of them is wanted.
    const some = inside.some(({ id }) => ids.has(keyText(id)));
    return some || (await wholeList(contact, list, run)).some(({ id }) => ids.has(keyText(id)));
  });
  const flags = await Promise.all(met);
  return contacts.filter((_, index) => flags[index]);
}

/** A contact does not show its segments: search says which of a page are in one. */
function inSegments(segmentIds: readonly string[]): ContactCriterion {
  const groups = Array.from({ length: Math.ceil(segmentIds.length / MOST_FILTERS) }, (_, index) =>
    anyOf('segment_id', segmentIds.slice(index * MOST_FILTERS, (index + 1) * MOST_FILTERS)),
  );
  const [only] = groups;
  return {
    ...(only && groups.length === 1 ? { query: only } : {}),
    async meet(contacts, run) {
      const these = filter(
        'id',
        'IN',
        contacts.map(({ id }) => id),
      );
      const pages = groups.map((group) =>
        searchPage<FoundContact>(run.context.client, run, {
          path: '/contacts/search',
          recordsAt: 'data',
          query: and(these, group),
          sort: { field: 'created_at', order: 'ascending' },
          perPage: SEARCH_PAGE_SIZE,
        }),
      );
      const found = new Set((await Promise.all(pages)).flatMap(({ items }) => items.map(({ id }) => id)));
      return contacts.filter(({ id }) => found.has(id));
    },
  };
}
