/** What teammates wrote about contacts and companies. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Company } from '../../generated/companies.ts';
import type { Contact } from '../../generated/contacts.ts';
import { wholeWalk } from '../../scans/whole.ts';
import { notesOf } from '../companies/lists.ts';
import { companyWalk } from '../companies/scan.ts';
import { askWholeList } from '../contacts/lists.ts';
import { contactWalk } from '../contacts/scan.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { type IntercomStream, ofExisting } from '../stream.ts';

const permission = readUsersAndCompanies;
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/notes';

export const notes: IntercomStream<Contact> = {
  name: 'notes',
  report: 'Notes',
  walk: contactWalk,
  rows: ofExisting(async (contact, run) => {
    if (!contact.notes?.total_count && !contact.notes?.data?.length) return [];
    const ids = { contact_id: contact.id, company_id: null, parent_updated_at: contact.updated_at };
    return notesIn(await askWholeList(contact, 'notes', run), ids, run);
  }),
  beside: () => ({
    walk: companyWalk,
    rows: ofExisting(async (company: Company, run) => {
      const ids = { contact_id: null, company_id: company.id, parent_updated_at: company.updated_at };
      return notesIn(await notesOf(company, run), ids, run);
    }),
  }),
  primaryKey: ['id'],
  cursorField: 'parent_updated_at',
  endpoints: [
    'POST /contacts/search',
    'GET /contacts/{id}/notes',
    'GET /companies/scroll',
    'GET /companies/{id}/notes',
  ],
  permission,
  cost: 'one for 60 notes of each changed contact that has any; for companies one for each changed company that does not show all the notes that it has, or says nothing of notes',
  docs: `${docs}/listnotes`,
};

export const notesById: IntercomStream<string> = {
  name: 'notes_by_id',
  report: 'Notes by Note Id',
  offered: ({ noteIds }) => noteIds.length > 0,
  walk: wholeWalk({
    name: 'notes_by_id',
    async *batches({ context }) {
      yield context.settings.noteIds;
    },
  }),
  rows: ofExisting(async (id, run) => {
    const note = await run.context.client.ask(run, { method: 'GET', path: `/notes/${id}` });
    return notesIn([note], { contact_id: idOf(note.contact), company_id: idOf(note.company) }, run);
  }),
  primaryKey: ['id'],
  endpoints: ['GET /notes/{id}'],
  permission,
  cost: 'one for each note that is named',
  docs: `${docs}/retrievenote`,
};

function notesIn(list: readonly object[], ids: JsonObject, run: IntercomRun): readonly Row[] {
  const found = objectsIn<{ readonly id: unknown }>(list, run, { name: 'notes' });
  return found.map((note) => ({ ...note, id: keyText(note.id), ...ids }));
}

function idOf(parent: unknown): string | null {
  const id = (parent as { id?: unknown } | null | undefined)?.id;
  return id === undefined || id === null ? null : keyText(id);
}
