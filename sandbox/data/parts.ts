/** How many parts conversations and tickets have, and when each was written. */
import { type Chooser, chooser } from './random.ts';
import type { Version, World } from './world.ts';

type PartKind = 'conversationPart' | 'ticketPart';

/**
 * How many parts a record has before its first revision: a few, sometimes many, rarely more than the 500 that Intercom
 * shows. `total` is how many records of the kind there are; among more than 100, the fourth is always one of the longest.
 */
export function partsAtFirst(world: World, kind: PartKind, ordinal: number, total: number): number {
  const choose = chooser(world.seed, kind, ordinal);
  if (choose.chance('huge', 1 / 2000) || (ordinal === 3 && total > 100)) return choose.integer('parts', 510, 620);
  return choose.chance('long', 0.01) ? choose.integer('parts', 35, 45) : choose.integer('parts', 2, 12);
}

const secondsBetween = 540;

/**
 * Epoch seconds at which a part was written, never before the one at the index before. A version knows the time of its
 * last change only, so the parts of earlier revisions move along with it.
 */
export function partTime({ createdAt, updatedAt }: Version, atFirst: number, index: number): number {
  return index >= atFirst ? updatedAt : Math.min(updatedAt, createdAt + index * secondsBetween);
}

/** A file that someone added to a part; its address is signed and differs from one workspace to the next. */
export function picture(choose: Chooser, name: string) {
  const signature = choose.integer('signature', 0x10000000, 0xffffffff).toString(16);
  return {
    type: 'upload',
    name,
    url: `https://attachments.example.com/${signature}/${name}`,
    content_type: 'image/png',
    filesize: choose.integer('file size', 4_000, 3_000_000),
    width: choose.integer('width', 320, 2880),
    height: choose.integer('height', 240, 1800),
  };
}
