/** The parts of conversations and tickets, as far as both are alike. */
import { idOf, partIdOf } from './ids.ts';
import { adminAuthor, anyAdmin, contactAuthor } from './people.ts';
import { answers, notes, questions } from './phrases.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

type PartKind = 'conversationPart' | 'ticketPart';

/** How many parts a record has: a few, sometimes many, rarely more than Intercom shows. Each revision adds one. */
export function partCount(world: World, kind: PartKind, { ordinal, revision }: Version, total: number): number {
  const choose = chooser(world.seed, kind, ordinal);
  const huge = choose.chance('huge', 1 / 2000) || (ordinal === 3 && total > 100);
  if (huge) return choose.integer('parts', 510, 620) + revision;
  return (choose.chance('long', 0.01) ? choose.integer('parts', 35, 45) : choose.integer('parts', 2, 12)) + revision;
}

/** Makes each part's common fields; `own` adds those of its kind. `contact` is the ordinal of who wrote first. */
export function parts<T extends object>(
  world: World,
  kind: PartKind,
  version: Version,
  { count, contact, own }: { count: number; contact: number | undefined; own: (index: number, at: number) => T },
) {
  const choose = chooser(world.seed, `${kind} texts`, version.ordinal);
  const admin = anyAdmin(world, choose, 'author');
  return Array.from({ length: count }, (_, index) => {
    const at = partTime(version, count, index);
    const type = partType(index, count);
    const byContact = type === 'comment' && index % 2 === 1;
    return {
      type: kind === 'conversationPart' ? 'conversation_part' : 'ticket_part',
      id: partIdOf(kind, version.ordinal, index),
      part_type: type,
      body: bodyOf(type, byContact, version.ordinal + index),
      created_at: at,
      updated_at: at,
      assigned_to: type === 'assignment' && admin !== undefined ? { type: 'admin', id: idOf('admin', admin) } : null,
      author: byContact ? contactAuthor(contact) : adminAuthor(world, admin),
      attachments: [],
      external_id: null,
      redacted: false,
      app_package_code: null,
      ...own(index, at),
    };
  });
}

const MINUTES_BETWEEN = 9;

/** Parts follow each other by minutes; those of revisions come at the time of the last change. */
function partTime({ createdAt, updatedAt, revision }: Version, count: number, index: number): number {
  if (index >= count - revision) return updatedAt;
  return Math.min(updatedAt, createdAt + index * MINUTES_BETWEEN * 60);
}

function partType(index: number, count: number) {
  if (index === 0) return 'assignment';
  if (index === count - 1 && count > 6) return 'close';
  return index % 7 === 5 ? 'note' : 'comment';
}

function bodyOf(type: string, byContact: boolean, salt: number): string | null {
  if (type === 'assignment' || type === 'close') return null;
  const list = type === 'note' ? notes : byContact ? questions : answers;
  return `<p>${list[salt % list.length] ?? list[0]}</p>`;
}
