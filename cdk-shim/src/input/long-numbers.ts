/** Finds the numbers in JSON text whose digits a JavaScript number may not hold, without parsing the JSON. */

/** A JavaScript number may not hold more digits than these. */
export const SAFE_DIGITS = 15;

/** A number of more digits, or with an exponent, between characters that surround a number in JSON. Text in quotes may look the same. */
const CANDIDATE = new RegExp(`[:,[\\s](-?\\d(?:[\\d.]{${SAFE_DIGITS},}|[\\d.]*[eE][+-]?\\d+))(?=[,\\]}\\s])`, 'g');

/** A number without an exponent. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;
const LONG = new RegExp(`^-?[\\d.]{${SAFE_DIGITS + 1},}$`);

/**
 * Returns the digits of each long number, by the value that JSON.parse returns for it. Returns "unclear" if one value may
 * belong to two spellings. Without exponents, every number with such a value is long, so this search finds all of them.
 */
export function longNumbersIn(text: string): ReadonlyMap<number, string> | 'unclear' {
  const sources = new Map<number, string>();
  // The text may be one number alone.
  if (/^\s*[-\d]/.test(text)) return 'unclear';
  for (const [, source = ''] of text.matchAll(CANDIDATE)) {
    if (/e/i.test(source)) return 'unclear';
    // Text in quotes may hold a row of points.
    if (!PLAIN.test(source)) continue;
    const value = Number(source);
    const isNeverShort = WHOLE.test(source) || LONG.test(String(value));
    if (!isNeverShort || (sources.get(value) ?? source) !== source) return 'unclear';
    sources.set(value, source);
  }
  return sources;
}
