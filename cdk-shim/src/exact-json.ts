/** Reads JSON without changing a number: digits that a JavaScript number cannot hold stay as they came. */

/** A number as it stood in the text. `JSON.stringify` writes it as it is. */
export type ExactNumber = { readonly rawJSON: string };

/** Source: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/rawJSON */
interface ExactJson {
  rawJSON(text: string): ExactNumber;
  isRawJSON(value: unknown): value is ExactNumber;
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
}

const json = JSON as unknown as ExactJson;

/** More digits than these may not fit into a number. */
const SAFE_DIGITS = 15;

/** Throws SyntaxError as JSON.parse does. Costs more than JSON.parse only where the text holds numbers that need it. */
export function parseExact(text: string): unknown {
  return holdsLongNumber(text) ? json.parse(text, (_, value, { source }) => exact(value, source)) : JSON.parse(text);
}

export function isExactNumber(value: unknown): value is ExactNumber {
  return json.isRawJSON(value);
}

/** The text of a key, such as an id: a number keeps its digits. */
export function keyText(value: unknown): string {
  return isExactNumber(value) ? value.rawJSON : String(value);
}

function exact(value: unknown, source: string | undefined): unknown {
  if (typeof value !== 'number' || source === undefined) return value;
  const digits = source
    .replace(/e.*$/i, '')
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '');
  const isChanged = !Number.isFinite(value) || (digits.length > SAFE_DIGITS && String(value) !== source);
  return isChanged ? json.rawJSON(source) : value;
}

/** Above 1e300 a number may be too large, however few its digits are. */
const LARGE_EXPONENT = /\d[eE]\+?[3-9]\d\d/;

/** How far apart the characters are that are looked at first: a long number covers two of them. */
const STRIDE = 8;

/** Whether there may be a number that JavaScript cannot hold; digits inside of a string count, too. */
function holdsLongNumber(text: string): boolean {
  for (let at = STRIDE; at < text.length; at += STRIDE) {
    if (!isDigit(text, at) || !isDigit(text, at - STRIDE)) continue;
    let first = at;
    let last = at;
    while (isDigit(text, first - 1)) first -= 1;
    while (isDigit(text, last + 1)) last += 1;
    if (last - first >= SAFE_DIGITS) return true;
  }
  return LARGE_EXPONENT.test(text);
}

/** A digit, or the point between two. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 46;
}
