/** The token behind `starting_after`, in both forms that clients have seen or assumed. */
import { ApiError } from '../errors.ts';

/** The start of the next page. Clients must treat the token as opaque. */
export type Cursor =
  /** After this item: seen in the wild as base64 of [sort value in milliseconds, id, page]. */
  | { readonly kind: 'value'; readonly second: number; readonly id: string; readonly page: number }
  /** After so many items. */
  | { readonly kind: 'offset'; readonly offset: number };

export function encodeCursor(cursor: Cursor): string {
  const fields = cursor.kind === 'value' ? [cursor.second * 1000, cursor.id, cursor.page] : [cursor.offset];
  return Buffer.from(JSON.stringify(fields)).toString('base64');
}

/** Throws 400 `client_error` for a token that `encodeCursor` did not make in this form. */
export function decodeCursor(token: unknown, kind: Cursor['kind']): Cursor {
  if (typeof token === 'string') {
    const text = Buffer.from(token, 'base64').toString();
    const fields = Buffer.from(text).toString('base64') === token ? parsed(text) : [];
    const [first, id, page] = fields;
    if (kind === 'offset' && fields.length === 1 && isCount(first)) return { kind, offset: first };
    if (kind === 'value' && isCount(first) && typeof id === 'string' && isCount(page)) {
      return { kind, second: first / 1000, id, page };
    }
  }
  throw invalidCursor();
}

/** The error for a `starting_after` that no answer contained. */
export function invalidCursor(): ApiError {
  return new ApiError(
    400,
    'client_error',
    'Invalid starting_after param. Please try again using a starting_after value from a paginated response',
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
