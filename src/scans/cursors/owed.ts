/** The items whose rows did not all come: the stream owes them, and the next sync asks again. */
import { type Outcome, TransientError } from '@airbyte-ts/cdk-shim';

/** A state that owes more items than this says that something larger is wrong. */
const MOST_OWED = 1000;

export class Owed {
  private readonly items: Set<string>;
  /** The items that an earlier sync left owed. */
  private readonly before: ReadonlySet<string>;
  /** The items of `before` that this sync has not asked for yet. */
  private readonly unasked: Set<string>;

  /** `saved`: the `owed` of a state. An entry that is no id is ignored. */
  constructor(saved: unknown) {
    const ids = Array.isArray(saved) ? saved.filter((id) => typeof id === 'string') : [];
    this.items = new Set(ids);
    this.before = new Set(ids);
    this.unasked = new Set(ids);
  }

  get ids(): readonly string[] {
    return [...this.items];
  }

  has(id: string): boolean {
    return this.items.has(id);
  }

  /**
   * Registers how an item ended. A doubtful count is believed when a later sync finds it again. Throws TransientError when
   * too many items are owed: the stream then fails, and its state stays where it is.
   */
  settle(id: string, outcome: Outcome): void {
    if (outcome === 'known') return;
    this.unasked.delete(id);
    if (outcome === 'emitted' || (outcome === 'doubtful' && this.before.has(id))) {
      this.items.delete(id);
      return;
    }
    this.items.add(id);
    if (this.items.size <= MOST_OWED) return;
    throw new TransientError(
      `The rows of more than ${MOST_OWED} items did not come, so the stream stops here: try again later.`,
    );
  }

  /** Every item that exists was asked for: an owed item that was not among them is gone. */
  forgetUnasked(): void {
    for (const id of this.unasked) this.items.delete(id);
  }

  /** The part of the state: empty where nothing is owed. */
  toState(): { readonly owed?: readonly string[] } {
    return this.items.size > 0 ? { owed: this.ids } : {};
  }
}
