/** Seeded choices: the same seed, record and question give the same answer on every machine. */

/** Chooses for one record; each `question` (any text) is answered independently of the others. */
export interface Chooser {
  /** A number in [0, 1). */
  unit(question: string): number;
  /** An integer from `least` to `most`, both included. */
  integer(question: string, least: number, most: number): number;
  /** True for this share of the records. */
  chance(question: string, share: number): boolean;
  /** One of a list that is not empty. */
  oneOf<const L extends readonly [unknown, ...unknown[]]>(question: string, list: L): L[number];
  /** `count` different integers from 0 to `below` - 1, in ascending order; fewer where there are fewer. */
  several(question: string, count: number, below: number): readonly number[];
}

/** `salt` tells the kinds of records apart; `ordinal` the records of a kind. */
export function chooser(seed: number, salt: string, ordinal: number): Chooser {
  const base = mix(mix(textHash(salt) ^ seed) + Math.imul(ordinal + 1, 0x9e3779b1));
  const unit = (question: string) => (mix(base ^ textHash(question)) >>> 0) / 2 ** 32;
  const integer = (question: string, least: number, most: number) =>
    least + Math.floor(unit(question) * (most - least + 1));
  return {
    unit,
    integer,
    chance: (question, share) => unit(question) < share,
    oneOf: (question, list) => list[integer(question, 0, list.length - 1)] ?? list[0],
    several(question, count, below) {
      if (below <= 0) return [];
      // A stride that shares no factor with the length visits every number once.
      const stride = strideOf(integer(`${question} stride`, 1, below), below);
      const first = integer(question, 0, below - 1);
      const chosen = Array.from({ length: Math.min(count, below) }, (_, index) => (first + index * stride) % below);
      return chosen.sort((a, b) => a - b);
    },
  };
}

function strideOf(wish: number, length: number): number {
  let stride = wish;
  while (greatestDivisor(stride, length) !== 1) stride += 1;
  return stride;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

const hashes = new Map<string, number>();

function textHash(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // Most questions are few and fixed. Questions that contain a number must not fill the memory.
  if (hashes.size < 4096) hashes.set(text, hash);
  return hash;
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
