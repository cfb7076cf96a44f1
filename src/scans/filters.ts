/** The filters of the config: which records of a resource they let through, and their fingerprint in a saved state. */
import { createHash } from 'node:crypto';
import type { IntercomRun } from '../config/context.ts';
import type { Query } from '../intercom/query.ts';
import { type Tombstone, tombstoneOf } from './tombstone.ts';

/** One filter of the config. */
export interface Criterion<T> {
  /** The same filter in the language of Intercom's search, where the search can filter by it. */
  readonly query?: Query;
  /** Returns the items that meet it, in their order. */
  readonly meet: (items: readonly T[], run: IntercomRun) => readonly T[] | Promise<readonly T[]>;
}

/** Splits criteria into those that Intercom's search can answer for, and the rest, which are left to us. */
export function pushed<T>(criteria: readonly Criterion<T>[]): {
  readonly where: readonly Query[];
  readonly rest: readonly Criterion<T>[];
} {
  return {
    where: criteria.flatMap(({ query }) => query ?? []),
    rest: criteria.filter(({ query }) => !query),
  };
}

/** Returns the items that meet every criterion. */
export async function select<T>(
  items: readonly T[],
  criteria: readonly Criterion<T>[],
  run: IntercomRun,
): Promise<readonly T[]> {
  let left = items;
  for (const criterion of criteria) if (left.length > 0) left = await criterion.meet(left, run);
  return left;
}

/** Returns all items, with a tombstone in place of each item that does not meet every criterion, so that it counts as passed. */
export async function withTombstones<T extends Parameters<typeof tombstoneOf>[0]>(
  items: readonly T[],
  criteria: readonly Criterion<T>[],
  run: IntercomRun,
): Promise<readonly (T | Tombstone)[]> {
  if (criteria.length === 0) return items;
  const selected = new Set(await select(items, criteria, run));
  return items.map((item) => (selected.has(item) ? item : tombstoneOf(item)));
}

/** Logs that an incremental read under filters leaves earlier rows in the destination, unless deletions are emitted. */
export function logRowsThatStay(name: string, criteria: readonly unknown[], { context, log }: IntercomRun): void {
  if (context.settings.emitDeletions || criteria.length === 0) return;
  log(
    'INFO',
    `${name}: rows that stop matching the filters stay in the destination as they were last, since emit_deletions is off.`,
  );
}

/** A short fingerprint of the values of some filters, whatever their order; undefined where none is set. */
export function fingerprintOf(filters: Readonly<Record<string, readonly unknown[]>>): string | undefined {
  const set = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (set.length === 0) return undefined;
  const canonical = set.map(([name, values]) => [name, ...values.map(String).toSorted()]).toSorted();
  return createHash('sha1').update(JSON.stringify(canonical)).digest('base64url').slice(0, 12);
}
