/** A stream's memory of the rows of the last window, which every sync exports again: a row that stayed the same is not emitted twice. */

/** A memory of more rows is not worth its weight in the state: the rows of the last window are then emitted again each time. */
const MOST_REMEMBERED = 10_000;
/** 48 bits of a hash. */
const LENGTH = 8;

export class RowMemory {
  private readonly before = new Set<string>();
  private now: string[] | undefined = [];
  /** The form that goes into the state. */
  private saved: string;

  constructor(saved: unknown) {
    this.saved = typeof saved === 'string' && saved.length % LENGTH === 0 ? saved : '';
    for (let at = 0; at < this.saved.length; at += LENGTH) this.before.add(this.saved.slice(at, at + LENGTH));
  }

  knows(hash: string): boolean {
    return this.before.has(hash.slice(0, LENGTH));
  }

  remember(hash: string): void {
    if (!this.now) return;
    if (this.now.length === MOST_REMEMBERED) this.now = undefined;
    else this.now.push(hash.slice(0, LENGTH));
  }

  /** The rows of the window come from the beginning. */
  begin(): void {
    this.now = [];
  }

  /** The last window is over: from now on its rows are remembered, and no others. */
  end(): void {
    this.saved = (this.now ?? []).join('');
  }

  toState(): { readonly recent?: string } {
    return this.saved === '' ? {} : { recent: this.saved };
  }
}
