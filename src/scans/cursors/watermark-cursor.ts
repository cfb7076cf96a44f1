/** A stream's cursor in a scan that always brings everything: the stream needs the records after its watermark, and tells them apart on our side. */
import type { Checkpoint, Cursor, JsonObject, Outcome, SyncMode } from '@airbyte-ts/cdk-shim';
import { timeOf } from '../time-of.ts';
import { isTombstone } from '../tombstone.ts';
import { DedupeMemory } from './dedupe-memory.ts';
import { Owed } from './owed.ts';
import { restartOf } from './restart.ts';
import { readSavedState } from './saved-state.ts';

export interface CursorItem {
  readonly id: string;
}

/** A memory of more records than this is not worth its weight: the state then goes without one. */
const MOST_REMEMBERED = 10_000;

export interface WatermarkCursorOptions {
  readonly stream: string;
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  /** Seconds behind the watermark that are remembered; infinite for a list small enough to remember whole. */
  readonly overlap: number;
  /** The field of an item, in epoch seconds, that the watermark follows; also its key in the state. Default: updated_at. */
  readonly cursorField?: string;
  /** The fingerprint of this sync's filters. */
  readonly filters?: string | undefined;
  /** Whether other connectors made other rows, so that their states are of no use. */
  readonly rowsDiffer?: boolean;
}

export class WatermarkCursor implements Cursor<CursorItem> {
  readonly stream: string;
  /** Why the stream starts over, where the saved state was made under another config. */
  readonly restarted: string | undefined;
  private readonly filters: string | undefined;
  private readonly cursorField: string;
  private readonly overlap: number;
  private readonly watermark: number | undefined;
  private readonly memory: DedupeMemory;
  private readonly owed: Owed;
  /** Whether the state must say, before the end, that some remembered items changed. */
  private doubts = false;
  /** Whether the memory holds every record of the last sync, so that an unknown record is new, whatever its time. */
  private readonly knowsAll: boolean;
  private newest: number | undefined;
  private ended: number | undefined;

  constructor(options: WatermarkCursorOptions) {
    const { stream, state, mode, overlap, cursorField = 'updated_at', filters, rowsDiffer = false } = options;
    const saved = readSavedState(mode === 'incremental' ? state : undefined, cursorField);
    this.cursorField = cursorField;
    this.restarted = restartOf(saved, { filters, rowsDiffer });
    this.stream = stream;
    this.overlap = overlap;
    this.filters = filters;
    this.watermark = this.restarted ? undefined : saved.cursor;
    this.memory = new DedupeMemory(this.restarted ? undefined : saved.recent);
    this.owed = new Owed(this.restarted ? undefined : saved.owed);
    this.knowsAll = !Number.isFinite(overlap) && this.memory.size > 0;
  }

  /** Whether the stream resumes from a saved state. */
  get isResumed(): boolean {
    return this.watermark !== undefined;
  }

  /** Epoch seconds from which the stream needs every record that it does not remember. */
  get from(): number {
    return (this.watermark ?? 0) - (Number.isFinite(this.overlap) ? this.overlap : 0);
  }

  needs(item: CursorItem): boolean {
    if (this.owed.has(item.id)) return true;
    // A first sync emits no deletions.
    if (this.watermark === undefined) return !isTombstone(item);
    if (this.memory.has(item.id)) return this.memory.differs(item.id, item);
    return this.knowsAll || !(timeOf(item, this.cursorField) < this.from);
  }

  /**
   * Forgets how the remembered items among `items` were that changed, before their rows are emitted. Otherwise an item that
   * changes back after a killed sync would look unchanged, while the destination has its rows of in between.
   */
  expect(items: readonly CursorItem[]): void {
    if (this.watermark === undefined) return;
    for (const item of items) {
      if (!this.memory.has(item.id) || !this.memory.differs(item.id, item)) continue;
      this.memory.doubt(item.id);
      this.doubts = true;
    }
  }

  settle(item: CursorItem, outcome: Outcome): void {
    if (!isTombstone(item)) this.owed.settle(item.id, outcome);
    const time = timeOf(item, this.cursorField);
    if (Number.isNaN(time)) return;
    this.newest = Math.max(this.newest ?? 0, time);
    if (time >= this.rememberedSince) this.memory.remember(item.id, time, item);
  }

  /** The whole scan is over; it began at `t0`, in epoch seconds of Intercom's clock. */
  end(t0: number): void {
    this.ended = Math.max(this.watermark ?? 0, Math.min(t0, this.newest ?? t0));
    // Rows that hang on an item may have changed once more in the very second, without a change of the item itself.
    this.memory.forgetSince(t0);
    this.owed.forgetUnasked();
  }

  /** The scan comes in no order: before its end there is none, or one with the old watermark and what is in doubt. */
  checkpoint(): Checkpoint | undefined {
    const { filters, memory } = this;
    const watermark = this.ended ?? (this.doubts && memory.size <= MOST_REMEMBERED ? this.watermark : undefined);
    if (watermark === undefined) return undefined;
    memory.forgetBefore(this.rememberedSince);
    if (memory.size > MOST_REMEMBERED) memory.forgetAll();
    const state = {
      [this.cursorField]: watermark,
      recent: memory.toJSON(),
      ...this.owed.toState(),
      ...(filters === undefined ? {} : { filters }),
    };
    return { state, watermark };
  }

  private get rememberedSince(): number {
    return (this.ended ?? Math.max(this.watermark ?? 0, this.newest ?? 0)) - this.overlap;
  }
}
