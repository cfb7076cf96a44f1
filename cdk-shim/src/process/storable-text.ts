/** Makes text that every reader and database can store: replaces lone surrogates and NUL. */

/** The note in a summary about rows with replaced text. */
export const REPLACED = 'rows with unstorable characters, replaced by U+FFFD';

/** Returns a message as a line of JSON that can be stored, and whether text in it was replaced. */
export function storableLine(message: unknown): { readonly line: string; readonly replaced: boolean } {
  const line = JSON.stringify(message);
  if (!line.includes('\\u') || !ODD.test(line)) return { line, replaced: false };
  const stored = storable(message);
  return stored === message ? { line, replaced: false } : { line: JSON.stringify(stored), replaced: true };
}

/** Matches a lone surrogate and NUL in the output of JSON.stringify. To look for any escape first takes an eighth of the time. */
const ODD = /\\u(?:0000|d[89a-f])/;

/** The replacement character of Unicode. */
const REPLACEMENT = '\ufffd';

/**
 * Returns the value with U+FFFD for each lone surrogate and NUL, also in keys; the same object if it has none. Python's
 * strict readers refuse lone surrogates, and PostgreSQL refuses NUL.
 */
export function storable<T>(value: T): T {
  return storableValue(value) as T;
}

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) {
    const items = value.map(storableValue);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [storableText(key), storableValue(inner), key, inner] as const,
  );
  const same = entries.every(([key, inner, oldKey, oldInner]) => key === oldKey && inner === oldInner);
  return same ? value : Object.fromEntries(entries);
}

function storableText(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', REPLACEMENT);
}
