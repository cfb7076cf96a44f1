/** A value of the sandbox as a row must hold it: well-formed text, and U+FFFD for NUL, which PostgreSQL refuses; keys too. */

export function asSent<T>(value: T): T;
export function asSent(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\ufffd');
  if (Array.isArray(value)) return value.map((item) => asSent(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [asSent(key), asSent(inner)]));
}
