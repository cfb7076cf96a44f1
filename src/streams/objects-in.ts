/** The usable entries of a list inside a record. */
import type { IntercomRun } from '../config/context.ts';

/**
 * The objects in `list` that have a `key`, or all objects where `key` is null. Other entries are left out and noted under
 * `name`, the name of the list. An absent or null list is empty; any other value counts as one entry that is left out.
 */
export function objectsIn<T extends object>(
  list: unknown,
  run: Pick<IntercomRun, 'on'>,
  { name, key = 'id' }: { readonly name: string; readonly key?: string | null },
): readonly T[] {
  const entries: readonly unknown[] = Array.isArray(list) ? list : list === null || list === undefined ? [] : [list];
  const usable = (entry: unknown): entry is T => isObject(entry) && (key === null || isKey(entry[key]));
  if (Array.isArray(list) && entries.every(usable)) return entries;
  const found = Array.isArray(list) ? entries.filter(usable) : [];
  const odd = entries.length - found.length;
  if (odd > 0) {
    const wanted = key === null ? 'objects' : `objects with the field "${key}"`;
    const reason = `entries of ${name} left out: they are no ${wanted}`;
    run.on({ type: 'note', reason, count: odd });
  }
  return found;
}

function isObject(entry: unknown): entry is Readonly<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

/** A text or a number; an integer beyond 2^53 may be kept as its digits in an object of JSON.rawJSON. */
function isKey(value: unknown): boolean {
  if (typeof value === 'object') return value !== null && 'rawJSON' in value;
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint';
}
