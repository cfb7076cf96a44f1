/** The part of a resource that the filters of the config let through. */
import { createHash } from 'node:crypto';
import type { IntercomRun } from '../config/context.ts';
import type { Settings } from '../config/settings.ts';
import type { Query } from '../intercom/query.ts';
import { type Tombstone, tombstoneOf } from './tombstone.ts';

/** One filter of the config. */
export interface Criterion<T> {
  /** The same in the language of Intercom's search, where that can filter by it. */
  readonly query?: Query;
  /** Those of `items` that meet it, in their order. */
  meet(items: readonly T[], run: IntercomRun): readonly T[] | Promise<readonly T[]>;
}

/** What a walk must know about filters. */
export interface Selectable<T> {
  criteria?(settings: Settings): readonly Criterion<T>[];
  /** Names the filters that a stream is read under; undefined under none. Another name in a saved state sends the stream to its beginning. */
  fingerprint?(settings: Settings, stream: string): string | undefined;
}

/** The criteria that Intercom's search can answer for, and those that are left to us. */
export function pushed<T>(criteria: readonly Criterion<T>[]): {
  readonly where: readonly Query[];
  readonly rest: readonly Criterion<T>[];
} {
  return {
    where: criteria.flatMap(({ query }) => query ?? []),
    rest: criteria.filter(({ query }) => !query),
  };
}

/** Those of `items` that meet every criterion. */
export async function select<T>(
  items: readonly T[],
  criteria: readonly Criterion<T>[],
  run: IntercomRun,
): Promise<readonly T[]> {
  let left = items;
  for (const criterion of criteria) if (left.length > 0) left = await criterion.meet(left, run);
  return left;
}

/** The items, each that does not meet every criterion as a tombstone, so that it counts as passed. */
export async function withTombstones<T extends Parameters<typeof tombstoneOf>[0]>(
  items: readonly T[],
  { criteria }: Selectable<T>,
  run: IntercomRun,
): Promise<readonly (T | Tombstone)[]> {
  const all = criteria?.(run.context.settings) ?? [];
  if (all.length === 0) return items;
  const selected = new Set(await select(items, all, run));
  return items.map((item) => (selected.has(item) ? item : tombstoneOf(item)));
}

/** Says what an incremental read under filters leaves as it was, unless deletions are emitted. */
export function sayWhatStays<T>({ name, criteria }: Selectable<T> & { readonly name: string }, run: IntercomRun): void {
  const { settings } = run.context;
  if (settings.emitDeletions || !criteria?.(settings).length) return;
  run.log(
    'INFO',
    `${name}: rows that stop matching the filters stay in the destination as they were last, since emit_deletions is off.`,
  );
}

/** A short name for the values of some filters, whatever their order; undefined where none is set. */
export function fingerprintOf(filters: Readonly<Record<string, readonly unknown[]>>): string | undefined {
  const set = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (set.length === 0) return undefined;
  const canonical = set.map(([name, values]) => [name, ...values.map(String).toSorted()]).toSorted();
  return createHash('sha1').update(JSON.stringify(canonical)).digest('base64url').slice(0, 12);
}
