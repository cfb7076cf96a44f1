/** One stream's place in a search: which phase it is in, what it still lacks there, and the state that says so. */
import type { JsonObject, Outcome, Place, SyncMode } from '@airbyte-ts/cdk-shim';
import type { Settings } from '../../config/settings.ts';
import type { SearchItem } from '../search/resource.ts';
import { timeOf } from '../time-of.ts';
import { isTombstone, type Tombstone } from '../tombstone.ts';
import { Recent } from './dedupe-memory.ts';
import { Owed } from './owed.ts';
import { restartOf } from './restart.ts';
import { type Backfill, readSavedState } from './saved-state.ts';

/** A memory of more records than this is not worth its weight: the state then moves to T0 without one. */
const MOST_MEMORIES = 10_000;

export interface SearchPlaceOptions {
  readonly stream: string;
  readonly state: JsonObject | undefined;
  readonly mode: SyncMode;
  readonly settings: Settings;
  /** Names the filters of this sync. */
  readonly filters: string | undefined;
  /** Whether the stream needs nothing of a backfill, since another walk brings its rows. Default: false. */
  readonly changesOnly?: boolean;
}

type Phase =
  | { readonly name: 'resting' }
  | { readonly name: 'owed' }
  | { readonly name: 'backfill'; readonly lacks: (createdAt: number) => boolean }
  | { readonly name: 'changes'; readonly from: number; readonly below: number };

export class SearchPlace implements Place<SearchItem | Tombstone> {
  readonly stream: string;
  readonly mode: SyncMode;
  private readonly settings: Settings;
  private readonly recent: Recent;
  private readonly owed: Owed;
  /** Items without a time that this sync passed: no state can say so. */
  private readonly untimed = new Set<string>();
  /** Whether the stream needs nothing of a backfill. */
  readonly changesOnly: boolean;
  private cursor: number | undefined;
  private backfill: Backfill | undefined;
  private phase: Phase = { name: 'resting' };
  /** Why the stream was sent back to its beginning, where the saved state was made under another config. */
  readonly restarted: string | undefined;
  private readonly filters: string | undefined;
  /** The greatest `updated_at` passed in this phase; in a backfill, also before it was resumed. */
  private newest: number | undefined;
  /** How far the walk of changes has come, where that can be saved on the way. */
  private reached: number | undefined;

  constructor({ stream, state, mode, settings, filters, changesOnly = false }: SearchPlaceOptions) {
    const saved = readSavedState(mode === 'incremental' ? state : undefined, 'updated_at');
    this.restarted = restartOf(saved, { startDate: settings.startDate, filters });
    this.stream = stream;
    this.mode = mode;
    this.settings = settings;
    this.filters = filters;
    this.cursor = this.restarted ? undefined : saved.cursor;
    this.backfill = this.restarted ? undefined : saved.backfill;
    this.recent = new Recent(this.restarted ? undefined : saved.recent);
    this.newest = this.recent.newest;
    this.owed = new Owed(this.restarted ? undefined : saved.owed);
    this.changesOnly = changesOnly;
  }

  /** Whether everything before the cursor was passed, so that only changes are lacking. */
  get atRest(): boolean {
    return this.cursor !== undefined;
  }

  /** `created_at` from which the backfill goes on; null at its beginning. */
  get backfillAt(): number | null {
    return this.backfill?.at ?? null;
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

  /** Goes on from `t0`, in epoch seconds, without a backfill. */
  beginAt(t0: number): void {
    this.cursor = t0;
  }

  /** Begins or resumes the backfill; `lacks` says which `created_at` this stream has not passed yet. */
  enterBackfill(t0: number, lacks: (createdAt: number) => boolean): void {
    this.backfill ??= { began: t0, at: null };
    this.phase = { name: 'backfill', lacks };
  }

  /** Everything up to `createdAt` was walked. */
  passBackfill(createdAt: number): void {
    if (!this.backfill || this.phase.name !== 'backfill' || !this.phase.lacks(createdAt)) return;
    this.backfill = { ...this.backfill, at: createdAt };
  }

  /** Whether the backfill is made a second time, since the first one missed something. */
  get isAgain(): boolean {
    return this.backfill?.again === true;
  }

  /** What was walked is not all there is: the backfill is yet to come. */
  beginAgain(): void {
    if (this.backfill) this.backfill = { ...this.backfill, at: null, again: true };
  }

  endBackfill(): void {
    this.cursor = this.prospect;
    this.phase = { name: 'resting' };
    // What hangs on an item may have changed once more in the very second, and not show in the item itself.
    if (this.backfill && this.mode === 'incremental') this.recent.forgetSince(this.backfill.began);
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

  /** Everything changed before `updatedAt` was walked, in ascending order: the cursor may follow. */
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
    if (this.recent.size <= MOST_MEMORIES) return;
    this.cursor = Math.max(newest, t0);
    this.recent.forgetAll();
  }

  needs(item: SearchItem | Tombstone): boolean {
    if (this.phase.name === 'owed') return this.owed.has(item.id);
    if (!this.isWithin(item)) return false;
    // A stream that never had the item need not hear that it is gone.
    if (this.phase.name === 'backfill' && (this.changesOnly || isTombstone(item))) return false;
    const updatedAt = timeOf(item, 'updated_at');
    if (Number.isNaN(updatedAt)) return !this.untimed.has(item.id);
    return this.isOld(updatedAt) || this.recent.differs(item.id, item);
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
      // What was gone long before the backfill never came: its changes need not tell of it either.
      const { began = 0 } = this.backfill ?? {};
      if (updatedAt < began - this.settings.overlap) this.recent.remember(item.id, updatedAt, item);
      return;
    }
    if (this.phase.name !== 'owed') this.newest = Math.max(this.newest ?? 0, updatedAt);
    if (!this.isOld(updatedAt)) this.recent.remember(item.id, updatedAt, item);
  }

  /** Whether the item lies in the part of the walk that this phase is about. A missing time excludes nothing. */
  private isWithin(item: SearchItem | Tombstone): boolean {
    const { phase } = this;
    const updatedAt = timeOf(item, 'updated_at');
    if (phase.name === 'resting' || updatedAt < this.settings.startDate) return false;
    if (phase.name === 'changes') return !(updatedAt < phase.from || updatedAt >= phase.below);
    if (phase.name !== 'backfill' || isTombstone(item)) return true;
    const createdAt = timeOf(item, 'created_at');
    return Number.isNaN(createdAt) || phase.lacks(createdAt);
  }

  /** Whether a backfill need not remember what was changed then: the changes after it begin later. */
  private isOld(updatedAt: number): boolean {
    return this.phase.name === 'backfill' && updatedAt < (this.prospect ?? 0) - this.settings.overlap;
  }

  checkpoint(): JsonObject | undefined {
    if (this.phase.name === 'changes') this.followChanges();
    this.forget();
    const place = this.cursor === undefined ? { backfill: this.backfill } : { updated_at: this.cursor };
    if (this.cursor === undefined && !this.backfill) return undefined;
    const { filters } = this;
    return {
      ...place,
      recent: this.recent.toJSON(),
      ...this.owed.toState(),
      start_date: this.settings.startDate,
      ...(filters === undefined ? {} : { filters }),
    };
  }

  private followChanges(): void {
    if (this.reached === undefined || this.newest === undefined) return;
    this.cursor = Math.max(this.cursor ?? 0, Math.min(this.reached, this.newest));
  }

  /**
   * The cursor with which the backfill will end, as far as it has come: it only rises, so what is forgotten below it is
   * not missed. Under filters the newest that was passed says little, and would make tombstones of what never came.
   */
  private get prospect(): number | undefined {
    if (!this.backfill) return undefined;
    const { began } = this.backfill;
    return this.filters === undefined ? Math.min(began, this.newest ?? began) : began;
  }

  private forget(): void {
    const since = this.cursor ?? this.prospect;
    if (since !== undefined) this.recent.forgetBefore(since - this.settings.overlap);
  }
}
