/** The times at which each record of the generated history was made and last changed. */
import { hashToUnit } from './random.ts';

export interface Timeline {
  /** Epoch seconds, ascending by ordinal. */
  readonly createdAt: Uint32Array;
  /** Epoch seconds, at or after the creation. */
  readonly updatedAt: Uint32Array;
}

export interface TimelineOptions {
  readonly seed: number;
  /** Different for each collection. */
  readonly salt: number;
  readonly count: number;
  /** Epoch seconds of the first possible creation, and of the end of the history; every time lies before the end. */
  readonly start: number;
  readonly now: number;
}

const block = 2000;
const imported = 170;
const daysToUpdate = 14;

/**
 * Creations are spread evenly; in every fourth block of 2,000 the first 170 share one second, as an import makes them.
 * Most updates follow the creation within weeks; one record in 25 was touched by a bulk update that hit many in one second.
 */
export function timeline({ seed, salt, count, start, now }: TimelineOptions): Timeline {
  const createdAt = new Uint32Array(count);
  const updatedAt = new Uint32Array(count);
  const step = (now - start) / Math.max(1, count);
  const bulks = Math.floor(count / 5000) + 1;
  for (let i = 0; i < count; i++) {
    const blockStart = i - (i % block);
    const isImported = i % block < imported && (blockStart / block) % 4 === 1;
    const at = isImported ? blockStart : i + hashToUnit(seed, salt, i);
    const created = Math.floor(start + at * step);
    createdAt[i] = created;
    updatedAt[i] = lastTouch(created, i);
  }
  return { createdAt, updatedAt };

  function lastTouch(created: number, i: number): number {
    const draw = hashToUnit(seed, salt + 100, i);
    if (draw < 0.1) return created;
    const bulk = Math.floor(now - (now - start) * 0.2 * hashToUnit(seed, salt + 200, i % bulks));
    if (draw < 0.14 && bulk > created) return bulk;
    const days = -Math.log(1 - hashToUnit(seed, salt + 300, i)) * daysToUpdate;
    const touched = created + Math.floor(days * 86_400);
    // The history ends before now: no record was changed in the second in which the sandbox starts.
    return touched < now ? touched : created + Math.floor((now - created) * hashToUnit(seed, salt + 400, i));
  }
}
