/** Contacts (users and leads), and the companies and tags that they have. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { isTombstone, type Tombstone, tombstoneOf } from '../../scans/tombstone.ts';
import { readTags, readUsersAndCompanies } from '../permissions.ts';
import { type Listed, relation } from '../relation.ts';
import { recordRow, sourceOf, stream } from '../stream.ts';
import { type ContactActivity, contactActivityScan, deletedContact } from './activities.ts';
import { askWholeList, namedTags, wholeList } from './lists.ts';
import { contactScan, deletionsAreKnown } from './scan.ts';

export const contacts = stream({
  name: 'contacts',
  report: 'Contacts',
  fivetran: ['contact_history'],
  sources: [
    sourceOf(contactScan, (record, run, { found }) => rowsOf(record, run, found)),
    sourceOf(contactActivityScan, deletion, {
      when: ({ settings }, mode) => deletionsAreKnown(settings) && mode === 'incremental',
    }),
  ],
  cost: `${contactScan.cost}; with emit_deletions and preview those of contact_activities besides`,
  permission: readUsersAndCompanies,
  docs: 'contacts/searchcontacts',
});

/**
 * A contact that was deleted and is still found makes no row: the row would undo the deletion in the destination. The history
 * of merges comes where deletions are asked for: that contact_merges is read changes no row of contacts.
 */
function rowsOf(record: Contact | Tombstone, run: IntercomRun, deleted: ReadonlySet<string> | undefined) {
  if (isTombstone(record)) return recordRow(record, run);
  if (deleted?.has(record.id)) {
    run.on({ type: 'note', reason: 'deleted and still found', count: 1 });
    return [];
  }
  if (run.context.settings.emitDeletions) return recordRow(record, run);
  const { merge_history: _, ...shown } = record;
  return [shown];
}

function deletion(activity: ContactActivity): readonly Row[] {
  const id = deletedContact(activity);
  return id === undefined ? [] : [tombstoneOf({ id, updated_at: activity.created_at })];
}

export const contactCompanies = stream({
  name: 'contact_companies',
  report: 'Attached Companies',
  fivetran: ['contact_company_history'],
  sources: [
    relation(contactScan, {
      child: 'company',
      list: 'companies',
      children: companiesOf,
      columns: (company, run) => ({ company: areFull(run) ? company : reference(company) }),
      asks: ['GET /contacts/{id}/companies'],
      cost: 'none beside those of contacts, but for a contact with more than ten companies; with contact_companies_full one for each changed contact that has any',
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'contacts/listcompaniesforacontact',
});

function companiesOf(contact: Contact, run: IntercomRun): readonly Listed[] | Promise<readonly Listed[]> {
  const any = (contact.companies?.data?.length ?? 0) > 0;
  return any && areFull(run) ? askWholeList(contact, 'companies', run) : wholeList(contact, 'companies', run);
}

function areFull({ context }: IntercomRun): boolean {
  return context.settings.contactCompaniesFull;
}

function reference({ id }: Listed) {
  return { type: 'company', id, url: `/companies/${id}` };
}

export const contactTags = stream({
  name: 'contact_tags',
  report: 'Attached Tags',
  fivetran: ['contact_tag_history'],
  sources: [
    relation(contactScan, {
      child: 'tag',
      list: 'tags',
      children: namedTags,
      columns: ({ name, applied_at }) => ({ name: name ?? null, applied_at: applied_at ?? null }),
      asks: ['GET /tags', 'GET /contacts/{id}/tags'],
      cost: 'one for the names of all tags, and one for a contact with more than ten',
    }),
  ],
  permission: readTags,
  docs: 'tags/listtagsforacontact',
});
