/** A stream's cursor in a search: its phase, the records that it still needs there, and its state. */
import type { Checkpoint, Cursor, JsonObject, Outcome, StreamFacts, SyncMode } from '@airbyte-ts/cdk-shim';
import type { Settings } from '../../config/settings.ts';
import type { SearchItem } from '../search/resource.ts';
import { timeOf } from '../time-of.ts';
import { isTombstone, type Tombstone } from '../tombstone.ts';
import { type Backfill, backfillState, readBackfill } from './backfill-state.ts';
import { DedupeMemory } from './dedupe-memory.ts';
import { Owed } from './owed.ts';
import { ALL_TIME, holds, type Range, type Ranges, without } from './ranges.ts';
import { restartOf } from './restart.ts';
import { readSavedState } from './saved-state.ts';

/** A memory of more records than this is not worth its weight: the state then moves to T0 without one. */
const MOST_REMEMBERED = 10_000;

export interface SearchCursorOptions {
  readonly stream: StreamFacts;
  readonly state: JsonObject | undefined;
  readonly settings: Settings;
  /** The fingerprint of this sync's filters. */
  readonly filters: string | undefined;
  /** Whether earlier versions read the resource newest first. */
  readonly newestFirst: boolean;
  /** The item as the stream sees it, and remembers it. Default: whole. */
  readonly seen?: (item: SearchItem | Tombstone) => object;
}

type Phase =
  | { readonly name: 'resting' }
  | { readonly name: 'owed' }
  | { readonly name: 'backfill'; readonly unread: Ranges }
  | { readonly name: 'changes'; readonly from: number; readonly below: number };

export class SearchCursor implements Cursor<SearchItem | Tombstone> {
  readonly stream: string;
  readonly mode: SyncMode;
  private readonly settings: Settings;
  private readonly memory: DedupeMemory;
  private readonly seen: (item: SearchItem | Tombstone) => object;
  private readonly owed: Owed;
  /** Items without a time that this sync passed. A state cannot hold them. */
  private readonly untimed = new Set<string>();
  /** Whether the stream needs nothing of a backfill. */
  readonly changesOnly: boolean;
  private cursor: number | undefined;
  private backfill: Backfill | undefined;
  private phase: Phase = { name: 'resting' };
  /** Why the stream starts over, where the saved state was made under another config. */
  readonly restarted: string | undefined;
  private readonly filters: string | undefined;
  /** The greatest `updated_at` passed in this phase; in a backfill, also before it was resumed. */
  private newest: number | undefined;
  /** How far the changes were read, where that can be saved on the way. */
  private reached: number | undefined;

  constructor({ stream, state, settings, filters, newestFirst, seen = (item) => item }: SearchCursorOptions) {
    const { name, mode, changesOnly } = stream;
    const saved = readSavedState(mode === 'incremental' ? state : undefined, 'updated_at');
    this.restarted = restartOf(saved, { startDate: settings.startDate, filters });
    this.stream = name;
    this.mode = mode;
    this.settings = settings;
    this.filters = filters;
    this.cursor = this.restarted ? undefined : saved.cursor;
    const open = saved.cursor === undefined ? readBackfill(saved.backfill, newestFirst) : undefined;
    this.backfill = this.restarted ? undefined : open;
    this.memory = new DedupeMemory(this.restarted ? undefined : saved.recent);
    this.seen = seen;
    this.newest = this.memory.newest;
    this.owed = new Owed(this.restarted ? undefined : saved.owed);
    this.changesOnly = changesOnly;
  }

  /** Whether everything before the cursor was passed, so that the stream needs only changes. */
  get isBackfilled(): boolean {
    return this.cursor !== undefined;
  }

  /** The times of `created_at` that the backfill has not read. */
  get unread(): Ranges {
    return this.backfill?.unread ?? ALL_TIME;
  }

  /** Enters the search for the items that are owed. Returns their ids. */
  enterOwed(): readonly string[] {
    if (this.owed.ids.length > 0) this.phase = { name: 'owed' };
    return this.owed.ids;
  }

  /** Every owed item that the search shows was settled. */
  endOwed(): void {
    this.owed.forgetUnasked();
    this.phase = { name: 'resting' };
  }

  /** Begins at `t0`, in epoch seconds, without a backfill. */
  beginAt(t0: number): void {
    this.cursor = t0;
  }

  /** Begins or resumes the backfill. `t0`: Intercom's clock, in epoch seconds. */
  enterBackfill(t0: number): void {
    this.backfill ??= { began: t0, unread: ALL_TIME };
    this.phase = { name: 'backfill', unread: this.backfill.unread };
  }

  /** Every record created within the range was read. */
  passBackfill(range: Range): void {
    if (this.backfill) this.backfill = { ...this.backfill, unread: without(this.backfill.unread, range) };
  }

  /** Whether the backfill is made a second time, since the first one missed something. */
  get isAgain(): boolean {
    return this.backfill?.again === true;
  }

  /** Records are missing: the next sync backfills from the beginning. */
  beginAgain(): void {
    if (this.backfill) this.backfill = { ...this.backfill, unread: ALL_TIME, again: true };
  }

  endBackfill(): void {
    this.cursor = this.expected;
    this.phase = { name: 'resting' };
    // Rows that hang on an item may have changed once more in the very second, without a change of the item itself.
    if (this.backfill && this.mode === 'incremental') this.memory.forgetSince(this.backfill.began);
  }

  /** Enters the changes before `t0`. Returns from which `updated_at`, in epoch seconds, this stream asks for them. */
  enterChanges(t0: number): number {
    const { startDate, overlap } = this.settings;
    const base = this.backfill?.began ?? this.cursor ?? startDate;
    const from = Math.max(startDate, base - overlap);
    this.newest = undefined;
    this.reached = undefined;
    this.phase = { name: 'changes', from, below: t0 };
    return from;
  }

  /** Every change before `updatedAt` was read, in ascending order: the cursor may follow. */
  passChanges(updatedAt: number): void {
    this.reached = updatedAt;
  }

  endChanges(): void {
    const t0 = this.phase.name === 'changes' ? this.phase.below : 0;
    const newest = Math.max(this.cursor ?? 0, this.newest ?? 0);
    this.backfill = undefined;
    this.reached = undefined;
    this.phase = { name: 'resting' };
    this.cursor = newest;
    this.forget();
    if (this.memory.size <= MOST_REMEMBERED) return;
    this.cursor = Math.max(newest, t0);
    this.memory.forgetAll();
  }

  needs(item: SearchItem | Tombstone): boolean {
    if (this.phase.name === 'owed') return this.owed.has(item.id);
    if (!this.isWithin(item)) return false;
    // A first sync emits no deletions.
    if (this.phase.name === 'backfill' && (this.changesOnly || isTombstone(item))) return false;
    const updatedAt = timeOf(item, 'updated_at');
    if (Number.isNaN(updatedAt)) return !this.untimed.has(item.id);
    return this.isOld(updatedAt) || this.memory.differs(item.id, this.seen(item));
  }

  settle(item: SearchItem | Tombstone, outcome: Outcome): void {
    const isNeeded = this.phase.name === 'owed' ? outcome !== 'known' : this.isWithin(item);
    if (!isNeeded) return;
    if (!isTombstone(item)) this.owed.settle(item.id, outcome);
    const updatedAt = timeOf(item, 'updated_at');
    if (Number.isNaN(updatedAt)) {
      this.untimed.add(item.id);
      return;
    }
    if (this.phase.name === 'backfill' && isTombstone(item)) {
      // A record that was gone long before the backfill never came, so the changes after it emit no deletion of it either.
      const { began = 0 } = this.backfill ?? {};
      if (updatedAt < began - this.settings.overlap) this.memory.remember(item.id, updatedAt, this.seen(item));
      return;
    }
    if (this.phase.name !== 'owed') this.newest = Math.max(this.newest ?? 0, updatedAt);
    if (!this.isOld(updatedAt)) this.memory.remember(item.id, updatedAt, this.seen(item));
  }

  /** Whether the item lies in the part of the scan that this phase is about. A missing time excludes nothing. */
  private isWithin(item: SearchItem | Tombstone): boolean {
    const { phase } = this;
    const updatedAt = timeOf(item, 'updated_at');
    if (phase.name === 'resting' || updatedAt < this.settings.startDate) return false;
    if (phase.name === 'changes') return !(updatedAt < phase.from || updatedAt >= phase.below);
    if (phase.name !== 'backfill' || isTombstone(item)) return true;
    const createdAt = timeOf(item, 'created_at');
    return Number.isNaN(createdAt) || holds(phase.unread, createdAt);
  }

  /** Whether a backfill need not remember records of that time: the changes after it begin later. */
  private isOld(updatedAt: number): boolean {
    return this.phase.name === 'backfill' && updatedAt < (this.expected ?? 0) - this.settings.overlap;
  }

  checkpoint(): Checkpoint | undefined {
    if (this.phase.name === 'changes') this.followChanges();
    this.forget();
    const { cursor, backfill, filters } = this;
    if (cursor === undefined && !backfill) return undefined;
    const state = {
      ...(cursor === undefined ? { backfill: backfill && backfillState(backfill) } : { updated_at: cursor }),
      recent: this.memory.toJSON(),
      ...this.owed.toState(),
      start_date: this.settings.startDate,
      ...(filters === undefined ? {} : { filters }),
    };
    return { state, ...(cursor === undefined ? {} : { watermark: cursor }) };
  }

  private followChanges(): void {
    if (this.reached === undefined || this.newest === undefined) return;
    this.cursor = Math.max(this.cursor ?? 0, Math.min(this.reached, this.newest));
  }

  /**
   * The cursor with which the backfill will end, as far as it has come. It only rises, so that a record forgotten below it
   * is not missed. Under filters the newest passed record says little: it would make tombstones of records that never came.
   */
  private get expected(): number | undefined {
    if (!this.backfill) return undefined;
    const { began } = this.backfill;
    return this.filters === undefined ? Math.min(began, this.newest ?? began) : began;
  }

  private forget(): void {
    const since = this.cursor ?? this.expected;
    if (since !== undefined) this.memory.forgetBefore(since - this.settings.overlap);
  }
}
