/** A list inside a record, bare or in an object around it, held against Intercom's count of its entries. */
import type { IntercomRun } from '../config/context.ts';

/**
 * The list in `value`: the value itself, or the first list in an object, whatever its key. Undefined where the object holds
 * none. Notes under `name` how many entries Intercom counts and does not show.
 */
export function countedList(value: unknown, name: string, run: Pick<IntercomRun, 'on'>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const list: unknown = Object.values(value).find(Array.isArray);
  const { total_count: total, has_more: hasMore } = value as { total_count?: unknown; has_more?: unknown };
  const shown = Array.isArray(list) ? list.length : 0;
  const beyond = Math.max(typeof total === 'number' ? total - shown : 0, hasMore === true ? 1 : 0);
  if (beyond > 0) {
    run.on({ type: 'note', reason: `entries of ${name} that Intercom counts and does not show`, count: beyond });
  }
  return list;
}
