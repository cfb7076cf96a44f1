/** The contacts that were merged into other contacts. */
import { type JsonObject, keyText, type Row, type Rows } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { listAll } from '../../intercom/pages.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { stream } from '../stream.ts';
import { contactScan } from './scan.ts';

/** Where Intercom cuts the other lists inside a contact. Whether it cuts this one is undocumented. */
const MOST_SHOWN = 10;

export const contactMerges = stream({
  name: 'contact_merges',
  sources: [
    childOf(contactScan, {
      rows: mergesOf,
      primaryKey: ['contact_id', 'source_contact_id'],
      asks: ['GET /contacts/{id}/merge_history'],
      cost: 'none beside those of contacts, but for a user into whom ten contacts or more were merged, and for each user under company_ids',
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'contacts/listcontactmergehistory',
});

/** Leads have no history. The contacts of a company come without it. */
function mergesOf(contact: Contact, run: IntercomRun): Rows {
  const { id, role, merge_history: merges } = contact;
  if (role === 'lead') return [];
  const isWhole = merges === null || (merges !== undefined && merges.length < MOST_SHOWN);
  return isWhole ? rowsOf(merges, run) : wholeHistory(id, run).then((all) => rowsOf(all, run));
}

function wholeHistory(id: string, run: IntercomRun): Promise<readonly JsonObject[]> {
  const call = { method: 'GET', path: `/contacts/${id}/merge_history` } as const;
  return listAll<JsonObject>(run.context.client, run, { call, keys: ['data'], perPage: 150 });
}

function rowsOf(merges: unknown, run: IntercomRun): readonly Row[] {
  return objectsIn<JsonObject>(merges, run, { name: 'merge_history', key: 'source_contact_id' }).map((merge) => ({
    ...merge,
    source_contact_id: keyText(merge.source_contact_id),
  }));
}
