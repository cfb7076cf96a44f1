/** The notes of teammates about contacts and companies. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { childOf } from '../child.ts';
import { notesOf } from '../companies/lists.ts';
import { companyScan } from '../companies/scan.ts';
import { askWholeList } from '../contacts/lists.ts';
import { contactScan } from '../contacts/scan.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { sourceOf, stream } from '../stream.ts';

const cursorField = 'parent_updated_at';

export const notes = stream({
  name: 'notes',
  report: 'Notes',
  sources: [
    childOf(contactScan, {
      rows: async (contact, run) => {
        const isWithout = !contact.notes?.total_count && !contact.notes?.data?.length;
        return isWithout ? [] : notesIn(await askWholeList(contact, 'notes', run), run);
      },
      columns: () => ({ company_id: null }),
      cursorField,
      asks: ['GET /contacts/{id}/notes'],
    }),
    childOf(companyScan, {
      rows: async (company, run, facts) => notesIn(await notesOf(company, run, facts), run),
      columns: () => ({ contact_id: null }),
      cursorField,
      asks: ['GET /companies/{id}/notes'],
    }),
  ],
  cost: 'one for 60 notes of each changed contact that has any; for companies one for each changed company that does not show all the notes that it has, or says nothing of notes',
  permission: readUsersAndCompanies,
  docs: 'notes/listnotes',
});

const namedNotes: Resource<string> = {
  ...wholeScan('notes_by_id', async function* ({ context }) {
    yield context.settings.noteIds;
  }),
  endpoint: 'GET /notes/{id}',
  cost: 'one for each note that is named',
};

export const notesById = stream({
  name: 'notes_by_id',
  report: 'Notes by Note Id',
  offered: ({ noteIds }) => noteIds.length > 0,
  sources: [
    sourceOf(namedNotes, async (id, run) => {
      const note = await run.context.client.ask(run, { method: 'GET', path: `/notes/${id}` });
      return notesIn([note], run, { contact_id: idOf(note.contact), company_id: idOf(note.company) });
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'notes/retrievenote',
});

function notesIn(list: readonly object[], run: IntercomRun, ids: JsonObject = {}): readonly Row[] {
  const found = objectsIn<Listed>(list, run, { name: 'notes' });
  return found.map((note) => ({ ...note, id: keyText(note.id), ...ids }));
}

function idOf(parent: unknown): string | null {
  const id = (parent as { id?: unknown } | null | undefined)?.id;
  return id === undefined || id === null ? null : keyText(id);
}
