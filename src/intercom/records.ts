/** The records of an answer that is a list. */
import { isExactNumber, type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { Call } from './call.ts';
import type { Caller } from './client.ts';

/**
 * The objects in the first of `keys` that holds a list. An entry that is no object is left out, and noted with the caller.
 * Throws an Error where no key holds a list.
 */
export function recordsOf<T>(
  body: JsonObject,
  keys: readonly string[],
  { method, path }: Pick<Call, 'method' | 'path'>,
  caller: Pick<Caller, 'on'>,
): readonly T[] {
  const list = keys.map((key) => body[key]).find(Array.isArray);
  const names = `"${keys.join('" or "')}"`;
  if (!list) throw new Error(`The answer to ${method} ${path} holds no list ${names}: please report it.`);
  if (list.every(isRecord)) return list.map((record) => withTextId(record) as T);
  const records = list.filter(isRecord).map((record) => withTextId(record) as T);
  const reason = `entries of ${names} left out: they are no objects`;
  caller.on({ type: 'note', reason, count: list.length - records.length });
  return records;
}

/** Keys are texts, with the digits that Intercom sends. */
function withTextId(record: JsonObject): JsonObject {
  const { id } = record;
  return typeof id === 'number' || isExactNumber(id) ? { ...record, id: keyText(id) } : record;
}

function isRecord(entry: unknown): entry is JsonObject {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}
