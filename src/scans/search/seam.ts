/** The place between two pages: the time from which the next query asks, and the records of this time that came already. */
import { timeOf } from '../time-of.ts';
import type { SearchItem } from './resource.ts';

export class Seam<T extends SearchItem> {
  /** Epoch seconds. */
  at: number;
  private came = new Set<string>();
  /** Records without a time may come with every query. */
  private readonly untimed = new Set<string>();
  private readonly field: 'created_at' | 'updated_at';

  constructor(field: 'created_at' | 'updated_at', at: number) {
    this.field = field;
    this.at = at;
  }

  /** The ids of the records that came already and have the time `at`. */
  get ids(): readonly string[] {
    return [...this.came];
  }

  /** The ids of all records that may come again. */
  get all(): readonly string[] {
    return [...this.came, ...this.untimed];
  }

  has({ id }: T): boolean {
    return this.came.has(id);
  }

  /** Moves the place on to the time `reached`. Returns the items that did not come before. */
  pass(items: readonly T[], reached: number): readonly T[] {
    const { field, at } = this;
    const fresh = items.filter(
      (item) => !(this.untimed.has(item.id) || (item[field] === at && this.came.has(item.id))),
    );
    for (const item of items) if (Number.isNaN(timeOf(item, field))) this.untimed.add(item.id);
    if (reached > at) this.came = new Set();
    this.at = reached;
    for (const item of items) if (item[field] === reached) this.came.add(item.id);
    return fresh;
  }

  /** Moves the place back. The records with `ids` came already. */
  goBack(at: number, ids: Iterable<string>): void {
    this.at = at;
    for (const id of ids) this.came.add(id);
  }
}
