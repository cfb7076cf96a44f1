/** Ordinals kept sorted by a time and then by themselves, so that a range is found in O(log n). */

export class Order {
  readonly #keyOf: (ordinal: number) => number;
  #ordinals: Uint32Array;
  #length: number;

  /** `keys[ordinal]` gives the first order; `keyOf` gives the keys of later changes. Keys are whole seconds. */
  constructor(keys: Uint32Array, keyOf: (ordinal: number) => number) {
    this.#keyOf = keyOf;
    this.#length = keys.length;
    this.#ordinals = sortedOrdinals(keys);
  }

  get length(): number {
    return this.#length;
  }

  /** The ordinal at a position from 0 to `length` - 1. */
  at(position: number): number {
    return this.#ordinals[position] ?? 0;
  }

  /** How many entries come before (`key`, `ordinal`). */
  countBefore(key: number, ordinal = 0): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.at(middle);
      const otherKey = this.#keyOf(other);
      if (otherKey < key || (otherKey === key && other < ordinal)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Inserts an ordinal at the position of its present key. */
  insert(ordinal: number): void {
    const position = this.countBefore(this.#keyOf(ordinal), ordinal);
    if (this.#length === this.#ordinals.length) {
      const grown = new Uint32Array(Math.max(64, this.#length * 2));
      grown.set(this.#ordinals);
      this.#ordinals = grown;
    }
    this.#ordinals.copyWithin(position + 1, position, this.#length);
    this.#ordinals[position] = ordinal;
    this.#length += 1;
  }

  /** Removes an ordinal. Must be called before its key changes. */
  remove(ordinal: number): void {
    const position = this.countBefore(this.#keyOf(ordinal), ordinal);
    if (position >= this.#length || this.at(position) !== ordinal) return;
    this.#ordinals.copyWithin(position, position + 1, this.#length);
    this.#length -= 1;
  }
}

/** Sorting packed numbers natively is ten times faster than sorting ordinals with a comparison. */
function sortedOrdinals(keys: Uint32Array): Uint32Array {
  const room = 2 ** 22;
  if (keys.length > room) throw new RangeError(`a kind holds at most ${room} generated records`);
  let least = Infinity;
  for (const key of keys) least = Math.min(least, key);
  const packed = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) packed[i] = ((keys[i] ?? 0) - least) * room + i;
  packed.sort();
  return Uint32Array.from(packed, (value) => value % room);
}
