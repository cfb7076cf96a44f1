/** A stream's memory of the records that it passed lately, so that asking again for an overlap repeats nothing. */
import { createHash } from 'node:crypto';

/** `updated_at` in epoch seconds, and a hash of the item as it was received. */
export type Memory = readonly [updatedAt: number, hash: string];

export class DedupeMemory {
  private readonly memories: Map<string, Memory>;

  /** `saved`: the `recent` of a state. An entry that is no memory is ignored. */
  constructor(saved: unknown) {
    const entries = typeof saved === 'object' && saved !== null ? Object.entries(saved) : [];
    this.memories = new Map(entries.filter((entry): entry is [string, Memory] => isMemory(entry[1])));
  }

  get size(): number {
    return this.memories.size;
  }

  /** The greatest `updated_at` remembered, in epoch seconds. */
  get newest(): number | undefined {
    let newest: number | undefined;
    for (const [updatedAt] of this.memories.values()) newest = Math.max(newest ?? updatedAt, updatedAt);
    return newest;
  }

  has(id: string): boolean {
    return this.memories.has(id);
  }

  /** Whether the item changed since it was remembered, or is not remembered at all. */
  differs(id: string, item: object): boolean {
    const known = this.memories.get(id);
    return !known || known[1] !== hashOf(item);
  }

  remember(id: string, updatedAt: number, item: object): void {
    this.memories.set(id, [updatedAt, hashOf(item)]);
  }

  /** Forgets how a remembered item was: whatever it is now differs. */
  doubt(id: string): void {
    const known = this.memories.get(id);
    if (known) this.memories.set(id, [known[0], '']);
  }

  /** Forgets the records that were last changed before `updatedAt`. */
  forgetBefore(updatedAt: number): void {
    for (const [id, memory] of this.memories) if (memory[0] < updatedAt) this.memories.delete(id);
  }

  /** Forgets the records that were last changed at `updatedAt` or later. */
  forgetSince(updatedAt: number): void {
    for (const [id, memory] of this.memories) if (memory[0] >= updatedAt) this.memories.delete(id);
  }

  forgetAll(): void {
    this.memories.clear();
  }

  toJSON(): Readonly<Record<string, Memory>> {
    return Object.fromEntries(this.memories);
  }
}

function isMemory(value: unknown): value is Memory {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
}

/** Several streams remember the same item: its hash is made once. */
const hashes = new WeakMap<object, string>();

/** 48 bits are plenty to tell two versions of one record apart, and keep an entry of a state near 45 bytes. */
function hashOf(item: object): string {
  const known = hashes.get(item);
  if (known !== undefined) return known;
  const hash = createHash('sha1').update(JSON.stringify(item)).digest('base64url').slice(0, 8);
  hashes.set(item, hash);
  return hash;
}
