/** The records of an answer that is a list. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { Call } from './call.ts';

/** What lies under the first of `keys` that holds a list. Throws an Error where none does, or where an entry is no object. */
export function recordsOf<T>(
  body: JsonObject,
  keys: readonly string[],
  { method, path }: Pick<Call, 'method' | 'path'>,
): readonly T[] {
  const list = keys.map((key) => body[key]).find(Array.isArray);
  const names = `"${keys.join('" or "')}"`;
  if (!list) throw new Error(`The answer to ${method} ${path} holds no list ${names}: please report it.`);
  if (list.every((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry))) return list;
  throw new Error(
    `The answer to ${method} ${path} holds entries in its list ${names} that are no records: please report it.`,
  );
}
