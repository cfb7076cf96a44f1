/** Seeded randomness: the same seed gives the same numbers on every machine. */

/** A number in [0, 1) that depends on the three integers alone. */
export function hashToUnit(seed: number, salt: number, index: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35) ^ Math.imul(index + 1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** An integer from 0 to `below` - 1. */
  readonly integer: (below: number) => number;
}

export function createRandom(seed: number): Random {
  let index = 0;
  const next = () => hashToUnit(seed, 0x5eed, index++);
  return { next, integer: (below) => Math.floor(next() * below) };
}
