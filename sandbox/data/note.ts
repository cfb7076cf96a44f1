/** Notes that teammates wrote about contacts and companies: most have none. */
import { admin } from './admin.ts';
import { idOf, type NoteParent, noteIdOf } from './ids.ts';
import { phrase } from './phrases.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

/** Seconds between a record's creation and its first note, and from note to note. */
const secondsBetween = 5_400;

/** The ids of a record's notes, oldest first: those that it had at first, then those that were added. */
export function noteIds(world: World, parent: NoteParent, version: Version): readonly string[] {
  const { ordinal, notes = [] } = version;
  const count = notesAtFirst(world, parent, ordinal) + notes.length;
  return Array.from({ length: count }, (_, index) => noteIdOf(parent, ordinal, index));
}

/** The same notes, whole. */
export function notes(world: World, parent: NoteParent, version: Version) {
  const atFirst = notesAtFirst(world, parent, version.ordinal);
  const about = { type: parent, id: idOf(parent, version.ordinal) };
  return noteIds(world, parent, version).map((id, index) => {
    const choose = chooser(world.seed, 'note', Number(id));
    const author = authorOf(world, version, choose.several('author', 1, world.counts.admins)[0]);
    return {
      type: 'note',
      id,
      created_at: version.notes?.[index - atFirst] ?? writtenAt(world, version, index),
      ...(parent === 'contact' ? { contact: about } : { company: about }),
      ...(author === undefined ? {} : { author }),
      body: phrase('notes', version.ordinal + index),
    };
  });
}

/** Epoch seconds at which one of the first notes was written: never changes, and is not after the end of the history. */
function writtenAt(world: World, { createdAt }: Version, index: number): number {
  return Math.max(createdAt, Math.min(world.now, createdAt + (index + 1) * secondsBetween));
}

/**
 * Among contacts a few have more notes than a contact shows, and very few more than a page does; among more
 * than 100 contacts, the sixth always does. Companies have three at most.
 */
function notesAtFirst({ seed, counts }: World, parent: NoteParent, ordinal: number): number {
  const choose = chooser(seed, parent, ordinal);
  if (parent === 'company') return choose.chance('noted', 0.15) ? choose.integer('notes', 1, 3) : 0;
  if (choose.chance('many pages of notes', 1 / 5000) || (ordinal === 5 && counts.contacts > 100)) {
    return choose.integer('notes', 61, 130);
  }
  if (!choose.chance('noted', 0.1)) return 0;
  return choose.chance('many notes', 0.1) ? choose.integer('notes', 11, 25) : choose.integer('notes', 1, 3);
}

/** An admin as other records show one: without the picture. */
function authorOf(world: World, version: Version, ordinal: number | undefined) {
  if (ordinal === undefined) return undefined;
  const { avatar: _, ...author } = admin(world, { ...version, ordinal });
  return author;
}
