/** Notes by the contact or company that they are about, and by their ids. */
import { type NoteParent, placeOfNote } from '../data/ids.ts';
import { notes } from '../data/note.ts';
import type { Body } from './bodies.ts';
import type { Workspace } from './workspace.ts';

const kinds = { contact: 'contacts', company: 'companies' } as const;

/** The notes about a contact or a company, the latest first. */
export function notesAbout(workspace: Workspace, parent: NoteParent, ordinal: number): readonly Body[] {
  const row = workspace.stores[kinds[parent]].live.row(ordinal);
  return notes(workspace.world, parent, { ordinal, ...row }).toReversed();
}

/** The note with this id, if its contact or company exists. */
export function findNote(workspace: Workspace, id: string): Body | undefined {
  const place = placeOfNote(id);
  if (place === undefined || !workspace.stores[kinds[place.parent]].live.has(place.ordinal)) return undefined;
  return notesAbout(workspace, place.parent, place.ordinal).find((note) => note.id === id);
}
