/** A stream's place in a walk that always brings everything: the stream needs what is new since the cursor, filtered on our side. */
import type { JsonObject, Outcome, Place, SyncMode } from '@airbyte-ts/cdk-shim';
import { timeOf } from '../time-of.ts';
import { isTombstone } from '../tombstone.ts';
import { Recent } from './dedupe-memory.ts';
import { Owed } from './owed.ts';
import { restartOf } from './restart.ts';
import { readSavedState } from './saved-state.ts';

export interface CursorItem {
  readonly id: string;
}

/** A memory of more records than this is not worth its weight: the state then goes without one. */
const MOST_MEMORIES = 10_000;

export interface CursorPlaceOptions {
  readonly stream: string;
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  /** Seconds behind the cursor that are remembered; infinite for a list small enough to remember whole. */
  readonly overlap: number;
  /** The field of an item, in epoch seconds, that the cursor follows; also its key in the state. Default: updated_at. */
  readonly cursorField?: string;
  /** Names the filters of this sync. */
  readonly filters?: string | undefined;
  /** Whether the rows of other connectors were other ones, so that their states are of no use. */
  readonly rowsDiffer?: boolean;
}

export class CursorPlace implements Place<CursorItem> {
  readonly stream: string;
  /** Why the stream was sent back to its beginning, where the saved state was made under another config. */
  readonly restarted: string | undefined;
  private readonly filters: string | undefined;
  private readonly cursorField: string;
  private readonly overlap: number;
  private readonly cursor: number | undefined;
  private readonly recent: Recent;
  private readonly owed: Owed;
  private newest: number | undefined;
  private ended: number | undefined;

  constructor(options: CursorPlaceOptions) {
    const { stream, state, mode, overlap, cursorField = 'updated_at', filters, rowsDiffer = false } = options;
    const saved = readSavedState(mode === 'incremental' ? state : undefined, cursorField);
    this.cursorField = cursorField;
    this.restarted = restartOf(saved, { filters, rowsDiffer });
    this.stream = stream;
    this.overlap = overlap;
    this.filters = filters;
    this.cursor = this.restarted ? undefined : saved.cursor;
    this.recent = new Recent(this.restarted ? undefined : saved.recent);
    this.owed = new Owed(this.restarted ? undefined : saved.owed);
  }

  /** Whether the stream goes on from a saved state. */
  get atRest(): boolean {
    return this.cursor !== undefined;
  }

  /** Epoch seconds from which the stream needs what it does not remember. */
  get from(): number {
    return (this.cursor ?? 0) - (Number.isFinite(this.overlap) ? this.overlap : 0);
  }

  needs(item: CursorItem): boolean {
    if (this.owed.has(item.id)) return true;
    // A stream that never had the item need not hear that it is gone.
    if (this.cursor === undefined) return !isTombstone(item);
    if (this.recent.has(item.id)) return this.recent.differs(item.id, item);
    return !(timeOf(item, this.cursorField) < this.from);
  }

  settle(item: CursorItem, outcome: Outcome): void {
    if (!isTombstone(item)) this.owed.settle(item.id, outcome);
    const stamp = timeOf(item, this.cursorField);
    if (Number.isNaN(stamp)) return;
    this.newest = Math.max(this.newest ?? 0, stamp);
    if (stamp >= this.rememberedSince) this.recent.remember(item.id, stamp, item);
  }

  /** The whole walk has gone by; it began at `t0`, in epoch seconds of Intercom's clock. */
  end(t0: number): void {
    this.ended = Math.max(this.cursor ?? 0, Math.min(t0, this.newest ?? t0));
    // What hangs on an item may have changed once more in the very second, and not show in the item itself.
    this.recent.forgetSince(t0);
    this.owed.forgetUnasked();
  }

  /** None before the end, since the walk comes in no order. */
  checkpoint(): JsonObject | undefined {
    if (this.ended === undefined) return undefined;
    this.recent.forgetBefore(this.rememberedSince);
    if (this.recent.size > MOST_MEMORIES) this.recent.forgetAll();
    const { ended, filters } = this;
    return {
      [this.cursorField]: ended,
      recent: this.recent.toJSON(),
      ...this.owed.toState(),
      ...(filters === undefined ? {} : { filters }),
    };
  }

  private get rememberedSince(): number {
    return (this.ended ?? Math.max(this.cursor ?? 0, this.newest ?? 0)) - this.overlap;
  }
}
