/** Counts equal rows of an export, in 16 bytes a row. */

export interface Occurrences {
  /** How many equal rows came before, in this export. `hash`: a whole number from 1 to 2^53. */
  readonly add: (hash: number) => number;
  /** How many such rows there are. */
  readonly count: (hash: number) => number;
}

/** Open addressing in a typed array, since a Map takes three times as much. Few rows are equal: their counts are in a Map. */
export function createOccurrences(): Occurrences {
  let slots = new Float64Array(1024);
  let used = 0;
  const more = new Map<number, number>();

  function slotOf(hash: number, table: Float64Array): number {
    let slot = hash % table.length;
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) % table.length;
    return slot;
  }

  function grow(): void {
    const larger = new Float64Array(slots.length * 2);
    for (const hash of slots) if (hash !== 0) larger[slotOf(hash, larger)] = hash;
    slots = larger;
  }

  return {
    add(hash) {
      const slot = slotOf(hash, slots);
      if (slots[slot] === hash) {
        const before = more.get(hash) ?? 1;
        more.set(hash, before + 1);
        return before;
      }
      slots[slot] = hash;
      used += 1;
      if (used * 4 > slots.length * 3) grow();
      return 0;
    },
    count: (hash) => more.get(hash) ?? (slots[slotOf(hash, slots)] === hash ? 1 : 0),
  };
}
