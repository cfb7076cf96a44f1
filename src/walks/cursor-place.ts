/** A stream's place in a walk that always brings everything: takes what is new since the cursor, filtered on our side. */
import type { JsonObject, Place, SyncMode } from '@airbyte-ts/cdk-shim';
import { Recent } from './recent.ts';
import { restartOf } from './restart.ts';
import { readSavedState } from './saved-state.ts';
import { isTombstone } from './tombstone.ts';

export interface CursorItem {
  readonly id: string;
  readonly updated_at: number;
}

/** A memory of more records than this is not worth its weight: the state then goes without one. */
const MOST_MEMORIES = 10_000;

export interface CursorPlaceOptions {
  readonly stream: string;
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  /** Seconds behind the cursor that are remembered; infinite for a list small enough to remember whole. */
  readonly overlap: number;
  /** Names the filters of this sync. */
  readonly filters: string | undefined;
  /** Whether the rows of other connectors were other ones, so that their states are of no use. */
  readonly rowsDiffer?: boolean;
}

export class CursorPlace implements Place<CursorItem> {
  readonly stream: string;
  /** Why the stream was sent back to its beginning, where the saved state was made under another config. */
  readonly restarted: string | undefined;
  private readonly filters: string | undefined;
  private readonly overlap: number;
  private readonly cursor: number | undefined;
  private readonly recent: Recent;
  private newest: number | undefined;
  private ended: number | undefined;

  constructor({ stream, state, mode, overlap, filters, rowsDiffer = false }: CursorPlaceOptions) {
    const saved = readSavedState(mode === 'incremental' ? state : undefined, 'updated_at');
    this.restarted = restartOf(saved, { filters, rowsDiffer });
    this.stream = stream;
    this.overlap = overlap;
    this.filters = filters;
    this.cursor = this.restarted ? undefined : saved.cursor;
    this.recent = new Recent(this.restarted ? undefined : saved.recent);
  }

  /** Whether the stream goes on from a saved state. */
  get atRest(): boolean {
    return this.cursor !== undefined;
  }

  /** Whether the stream would take the item, without remembering it. */
  lacks(item: CursorItem): boolean {
    if (this.cursor === undefined) return true;
    if (this.recent.has(item.id)) return this.recent.differs(item.id, item);
    return item.updated_at >= this.cursor - (Number.isFinite(this.overlap) ? this.overlap : 0);
  }

  takes(item: CursorItem): boolean {
    // Of what the stream never had, it need not hear that it is not there.
    const lacks = this.lacks(item) && !(this.cursor === undefined && isTombstone(item));
    this.newest = Math.max(this.newest ?? 0, item.updated_at);
    if (item.updated_at >= this.rememberedSince) this.recent.remember(item.id, item.updated_at, item);
    return lacks;
  }

  /** The whole walk has gone by; it began at `t0`, in epoch seconds of Intercom's clock. */
  end(t0: number): void {
    this.ended = Math.max(this.cursor ?? 0, Math.min(t0, this.newest ?? t0));
  }

  /** None before the end, since the walk comes in no order. */
  checkpoint(): JsonObject | undefined {
    if (this.ended === undefined) return undefined;
    this.recent.forgetBefore(this.rememberedSince);
    if (this.recent.size > MOST_MEMORIES) this.recent.forgetAll();
    const { ended, filters } = this;
    return { updated_at: ended, recent: this.recent.toJSON(), ...(filters === undefined ? {} : { filters }) };
  }

  private get rememberedSince(): number {
    return (this.ended ?? Math.max(this.cursor ?? 0, this.newest ?? 0)) - this.overlap;
  }
}
