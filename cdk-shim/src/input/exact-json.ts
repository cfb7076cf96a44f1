/** Reads JSON without changing a number: it keeps digits that a JavaScript number cannot hold. */

/** A number with the digits of the JSON text. `JSON.stringify` writes the same digits. */
export type ExactNumber = { readonly rawJSON: string };

/** Source: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/rawJSON */
interface ExactJson {
  readonly rawJSON: (text: string) => ExactNumber;
  readonly isRawJSON: (value: unknown) => value is ExactNumber;
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
}

const json = JSON as unknown as ExactJson;

/** A JavaScript number may not hold more digits than these. */
const SAFE_DIGITS = 15;

/** Throws SyntaxError like JSON.parse. Is much slower than JSON.parse only for a text with numbers that JavaScript cannot hold. */
export function parseExact(text: string): unknown {
  return holdsLongNumber(text) ? json.parse(text, (_, value, { source }) => exact(value, source)) : JSON.parse(text);
}

export function isExactNumber(value: unknown): value is ExactNumber {
  return typeof value === 'object' && value !== null && 'rawJSON' in value && json.isRawJSON(value);
}

/** Returns the number in a text, with all its digits. Throws SyntaxError for a text that is not a JSON number. */
export function numberOf(text: string): unknown {
  const [number] = parseExact(`[${text}]`) as readonly unknown[];
  if (typeof number === 'number' || isExactNumber(number)) return number;
  throw new SyntaxError(`${text} is not a number`);
}

/** Returns the text of a key, such as an id, with all digits of a number. Empty for a value that cannot be a key. */
export function keyText(value: unknown): string {
  if (isExactNumber(value)) return value.rawJSON;
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

function exact(value: unknown, source: string | undefined): unknown {
  if (typeof value !== 'number' || source === undefined) return value;
  const digits = source
    .replace(/e.*$/i, '')
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '');
  const isOutside = !Number.isFinite(value) || (value === 0 && digits !== '');
  return isOutside || (digits.length > SAFE_DIGITS && String(value) !== source) ? json.rawJSON(source) : value;
}

/** With an exponent of three digits, even a number of few digits may not fit into a JavaScript number. */
const LARGE_EXPONENT = /\d[eE][+-]?\d{3}/g;

/** The distance between the characters that `holdsLongNumber` checks first: a long number covers two of them. */
const STRIDE = 8;

/** Returns whether the text may have a number that JavaScript cannot hold. Digits within a word, such as an id, do not count. */
function holdsLongNumber(text: string): boolean {
  for (let at = STRIDE; at < text.length; at += STRIDE) {
    if (!isDigit(text, at) || !isDigit(text, at - STRIDE)) continue;
    const first = startOfNumber(text, at);
    let last = at;
    while (isDigit(text, last + 1)) last += 1;
    if (last - first >= SAFE_DIGITS && beginsNumber(text, first)) return true;
  }
  for (const { index } of text.matchAll(LARGE_EXPONENT)) {
    if (beginsNumber(text, startOfNumber(text, index))) return true;
  }
  return false;
}

function startOfNumber(text: string, at: number): number {
  let first = at;
  while (isDigit(text, first - 1)) first -= 1;
  return first;
}

/** Returns whether a JSON number begins at `first`: after a colon, a comma, a bracket or a space, and an optional sign. */
function beginsNumber(text: string, first: number): boolean {
  const before = text[first - 1] === '-' ? first - 2 : first - 1;
  return before < 0 || ':,[ \n\r\t'.includes(text[before] ?? '');
}

/** Returns whether the character at `at` is a digit or a decimal point. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 46;
}
