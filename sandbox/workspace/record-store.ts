/** The records of one collection: as they are now, and as the search index sees them after its lag. */
import type { Clock } from '../clock.ts';
import { type Row, Table } from './table.ts';
import type { Timeline } from './timeline.ts';

export class RecordStore {
  readonly live: Table;
  readonly #indexed: Table;
  readonly #clock: Clock;
  readonly #lag: number;
  #pending: { readonly due: number; readonly ordinal: number; readonly row: Row }[] = [];

  /** `lag`: seconds before the index sees a change. Generated records are indexed from the start. */
  constructor(timeline: Timeline, clock: Clock, lag: number) {
    this.#clock = clock;
    this.#lag = lag;
    this.live = new Table(timeline);
    this.#indexed = lag > 0 ? new Table(timeline) : this.live;
  }

  put(ordinal: number, row: Row): void {
    this.live.put(ordinal, row);
    if (this.#indexed !== this.live) {
      this.#pending.push({ due: this.#clock.now() + this.#lag * 1000, ordinal, row });
    }
  }

  /** The index as of now. */
  index(): Table {
    const now = this.#clock.now();
    let seen = 0;
    for (const { due, ordinal, row } of this.#pending) {
      if (due > now) break;
      this.#indexed.put(ordinal, row);
      seen += 1;
    }
    if (seen > 0) this.#pending = this.#pending.slice(seen);
    return this.#indexed;
  }
}
