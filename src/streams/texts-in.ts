/** The texts of a list inside a record, where the entries are no objects. */
import { type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';

/**
 * Each text once. A number counts as a text, and an object by its `value`. Other entries are left out and noted under
 * `name`, the name of the list. An absent or null list is empty; any other value counts as one entry that is left out.
 */
export function textsIn(
  list: unknown,
  run: Pick<IntercomRun, 'on'>,
  { name }: { readonly name: string },
): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(list) ? list : list === null || list === undefined ? [] : [list];
  const texts = Array.isArray(list) ? entries.flatMap(textOf) : [];
  if (texts.length < entries.length) {
    const count = entries.length - texts.length;
    run.on({ type: 'note', reason: `entries of ${name} left out: they are no texts`, count });
  }
  return [...new Set(texts)];
}

function textOf(entry: unknown): readonly string[] {
  const value = typeof entry === 'object' && entry !== null ? (entry as JsonObject).value : entry;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [keyText(value)] : [];
}
