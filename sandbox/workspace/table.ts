/** The light columns of one collection, and the orders in which search reads it. */
import { Order } from './order.ts';
import type { Timeline } from './timeline.ts';

/** A tag put on a record after it was generated. */
export interface Tagging {
  /** Ordinal of the tag. */
  readonly tag: number;
  /** Epoch seconds. */
  readonly at: number;
}

/** The facts of a record that are known without making its body. */
export interface Row {
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly revision: number;
  /** Deleted, or merged into another. */
  readonly gone: boolean;
  readonly tags: readonly Tagging[];
  /** Times at which notes about the record, and events of it, were added: epoch seconds, ascending. */
  readonly notes: readonly number[];
  readonly events: readonly number[];
  /** Times at which the record was scored: epoch seconds, ascending. */
  readonly scores: readonly number[];
}

/** What was added to a record after it was generated. */
type Added = Pick<Row, 'tags' | 'notes' | 'events' | 'scores'>;

export const nothingAdded: Added = { tags: [], notes: [], events: [], scores: [] };

export class Table {
  readonly byCreation: Order;
  readonly byUpdate: Order;
  #createdAt: Uint32Array;
  #updatedAt: Uint32Array;
  #revision: Uint32Array;
  #gone: Uint8Array;
  readonly #added = new Map<number, Added>();
  #size: number;
  #version = 0;

  constructor({ createdAt, updatedAt }: Timeline) {
    this.#size = createdAt.length;
    this.#createdAt = createdAt.slice();
    this.#updatedAt = updatedAt.slice();
    this.#revision = new Uint32Array(this.#size);
    this.#gone = new Uint8Array(this.#size);
    this.byCreation = new Order(createdAt, (ordinal) => this.createdAt(ordinal));
    this.byUpdate = new Order(updatedAt, (ordinal) => this.updatedAt(ordinal));
  }

  /** Ordinals run from 0 to `size` - 1, deleted records included. */
  get size(): number {
    return this.#size;
  }

  /** Grows with every change: values computed under another version are stale. */
  get version(): number {
    return this.#version;
  }

  createdAt(ordinal: number): number {
    return this.#createdAt[ordinal] ?? 0;
  }

  updatedAt(ordinal: number): number {
    return this.#updatedAt[ordinal] ?? 0;
  }

  /** Whether the record exists. */
  has(ordinal: number): boolean {
    return ordinal < this.#size && this.#gone[ordinal] === 0;
  }

  row(ordinal: number): Row {
    return {
      createdAt: this.createdAt(ordinal),
      updatedAt: this.updatedAt(ordinal),
      revision: this.#revision[ordinal] ?? 0,
      gone: !this.has(ordinal),
      ...(this.#added.get(ordinal) ?? nothingAdded),
    };
  }

  /** Writes a record's row; an ordinal equal to `size` makes a new one. */
  put(ordinal: number, row: Row): void {
    if (ordinal > this.#size) throw new RangeError(`ordinal ${ordinal} leaves a gap after ${this.#size}`);
    if (this.has(ordinal)) {
      this.byCreation.remove(ordinal);
      this.byUpdate.remove(ordinal);
    }
    if (ordinal === this.#size) this.#grow();
    this.#createdAt[ordinal] = row.createdAt;
    this.#updatedAt[ordinal] = row.updatedAt;
    this.#revision[ordinal] = row.revision;
    this.#gone[ordinal] = row.gone ? 1 : 0;
    const { tags, notes, events, scores } = row;
    const added = { tags, notes, events, scores };
    if (Object.values(added).some(({ length }) => length > 0)) this.#added.set(ordinal, added);
    if (!row.gone) {
      this.byCreation.insert(ordinal);
      this.byUpdate.insert(ordinal);
    }
    this.#version += 1;
  }

  #grow(): void {
    this.#size += 1;
    if (this.#size <= this.#createdAt.length) return;
    const capacity = Math.max(64, this.#size * 2);
    this.#createdAt = enlarged(this.#createdAt, capacity);
    this.#updatedAt = enlarged(this.#updatedAt, capacity);
    this.#revision = enlarged(this.#revision, capacity);
    const gone = new Uint8Array(capacity);
    gone.set(this.#gone);
    this.#gone = gone;
  }
}

function enlarged(column: Uint32Array, capacity: number): Uint32Array {
  const grown = new Uint32Array(capacity);
  grown.set(column);
  return grown;
}
