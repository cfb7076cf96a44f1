/** The records of an answer that is a list. */
import { isExactNumber, type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { Call } from './call.ts';
import type { Caller } from './client.ts';

/**
 * The objects in the first of `keys` that holds a list. An entry that is no object is left out, and noted with the caller.
 * Throws an Error where no key holds a list, or where no entry of the list is an object.
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
  if (list.every(isRecord)) return list.map((record) => checked(record) as T);
  const records = list.filter(isRecord).map((record) => checked(record) as T);
  if (records.length === 0) {
    throw new Error(`The answer to ${method} ${path} holds a list ${names} without any object: please report it.`);
  }
  const reason = `entries of ${names} left out: they are no objects`;
  caller.on({ type: 'note', reason, count: list.length - records.length });
  return records;
}

/** The times that cursors follow. */
const TIMES = ['created_at', 'updated_at', 'deleted_at'] as const;

/**
 * Checks the fields that cursors rely on, here and nowhere else: an id is a text with the digits that Intercom sent, and a
 * time is a number of epoch seconds also where Intercom sent it as text. Other values stay: `timeOf` reads them as no time.
 */
function checked(record: JsonObject): JsonObject {
  const { id } = record;
  const mended = typeof id === 'number' || isExactNumber(id) ? { ...record, id: keyText(id) } : record;
  return withTimes(mended, TIMES);
}

/** The record with the times of these names in epoch seconds, also where Intercom sent them as text. */
export function withTimes<T extends object>(record: T, names: readonly string[]): T {
  const texts = Object.entries(record).filter(([name, value]) => names.includes(name) && typeof value === 'string');
  if (texts.length === 0) return record;
  return { ...record, ...Object.fromEntries(texts.map(([name, text]) => [name, secondsOf(text)])) };
}

/** Whole epoch seconds of digits, or of RFC 3339 with a zone; the text itself where it is neither. */
export function secondsOf(text: string): number | string {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return RFC_3339.test(text) ? Math.floor(Date.parse(text) / 1000) : text;
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

function isRecord(entry: unknown): entry is JsonObject {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}
