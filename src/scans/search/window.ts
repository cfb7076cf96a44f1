/** One part of a backfill: the records created within a range of time, which one chain of pages reads. */
import type { Range } from '../cursors/ranges.ts';

export class Window {
  /** The earliest `created_at` that is not read, in epoch seconds. */
  from: number;
  /** The end of the part that is not read, not included; infinite for the end of time. */
  below: number;
  /** How many unread records Intercom counts. Zero where the window must not be split. */
  left = 0;
  /** How many records Intercom counted in the first answer. */
  readonly total: Promise<number>;
  /** The parts that were split off, in their order. */
  private readonly parts: { readonly total: Promise<number>; readonly guess: number }[] = [];
  private readonly resolve: (total: number) => void;

  constructor([from, below]: Range) {
    this.from = from;
    this.below = below;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.total = promise;
    this.resolve = resolve;
  }

  /**
   * Intercom counts `total` records in an answer, and `left` of them are unread. The first total is that of the window.
   * `splits`: how many parts had been split off when the query was made. It still counts the later parts.
   */
  counts(total: number, { left = total, splits }: { readonly left?: number; readonly splits: number }): void {
    const given = this.parts.slice(splits).reduce((sum, { guess }) => sum + guess, 0);
    this.left = Math.max(0, left - given);
    this.resolve(total);
  }

  /** How many parts were split off so far. */
  get splits(): number {
    return this.parts.length;
  }

  /** How many records Intercom counted in the parts that were split off after the first `splits`, up to the `until`-th. */
  async splitOff(splits: number, until: number): Promise<number> {
    const counts = await Promise.all(this.parts.slice(splits, until).map((part) => part.total));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Splits off the part from `time`, which lies in the unread part; or before `time` where the chain goes newest first. */
  split(time: number, newestFirst: boolean): Window {
    const part = new Window(newestFirst ? [this.from, time] : [time, this.below]);
    if (newestFirst) this.from = time;
    else this.below = time;
    this.left /= 2;
    part.left = this.left;
    this.parts.push({ total: part.total, guess: part.left });
    return part;
  }
}
