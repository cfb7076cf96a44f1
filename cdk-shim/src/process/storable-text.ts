/** Text that every reader and database can hold: half a character and NUL are replaced. */

/** The note in a summary about rows with text that cannot be stored. */
export const REPLACED = 'rows in whose text U+FFFD replaces half of a character or NUL';

/** A message as a line of JSON that can be stored, and whether text in it had to be replaced. */
export function storableLine(message: unknown): { readonly line: string; readonly replaced: boolean } {
  const line = JSON.stringify(message);
  if (!ODD.test(line)) return { line, replaced: false };
  const mended = storable(message);
  return mended === message ? { line, replaced: false } : { line: JSON.stringify(mended), replaced: true };
}

/** How JSON.stringify writes a lone surrogate and NUL. */
const ODD = /\\u(?:0000|d[89a-f])/;

/** The replacement character of Unicode. */
const REPLACEMENT = '\ufffd';

/**
 * The same value with each lone surrogate and each NUL replaced by U+FFFD, in keys too. Python's strict readers refuse
 * lone surrogates, and PostgreSQL refuses NUL. Returns the same value where nothing had to be replaced.
 */
export function storable<T>(value: T): T {
  return mended(value) as T;
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return mendedText(value);
  if (Array.isArray(value)) {
    const items = value.map(mended);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [mendedText(key), mended(inner), key, inner] as const);
  const same = entries.every(([key, inner, oldKey, oldInner]) => key === oldKey && inner === oldInner);
  return same ? value : Object.fromEntries(entries);
}

function mendedText(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', REPLACEMENT);
}
