/** Finds the numbers in a text of JSON whose digits JavaScript may not be able to hold, without reading the JSON. */

/** More digits than these may not fit into a number. */
export const SAFE_DIGITS = 15;

/** A number of more digits, or with an exponent, between characters that surround a number in JSON. Text in quotes may look the same. */
const CANDIDATE = new RegExp(`[:,[\\s](-?\\d(?:[\\d.]{${SAFE_DIGITS},}|[\\d.]*[eE][+-]?\\d+))(?=[,\\]}\\s])`, 'g');

/** A number without an exponent. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;
const LONG = new RegExp(`^-?[\\d.]{${SAFE_DIGITS + 1},}$`);

/**
 * The source of each long number by the value that JSON.parse makes of it; "unclear" where a value does not tell its source.
 * Without an exponent, no number of such a value is short: so every number of that value was found, and all have one source.
 */
export function longNumbersIn(text: string): ReadonlyMap<number, string> | 'unclear' {
  const sources = new Map<number, string>();
  // A text that is nothing but a number.
  if (/^\s*[-\d]/.test(text)) return 'unclear';
  for (const [, source = ''] of text.matchAll(CANDIDATE)) {
    if (/e/i.test(source)) return 'unclear';
    // Such as a row of points in a text.
    if (!PLAIN.test(source)) continue;
    const value = Number(source);
    const isNeverShort = WHOLE.test(source) || LONG.test(String(value));
    if (!isNeverShort || (sources.get(value) ?? source) !== source) return 'unclear';
    sources.set(value, source);
  }
  return sources;
}
