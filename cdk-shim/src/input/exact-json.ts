/** Reads JSON without changing a number: digits that a JavaScript number cannot hold stay as they came. */

/** A number as it stood in the text. `JSON.stringify` writes it as it is. */
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

/** More digits than these may not fit into a number. */
const SAFE_DIGITS = 15;

/** Throws SyntaxError as JSON.parse does. Costs more than JSON.parse only where the text holds numbers that need it. */
export function parseExact(text: string): unknown {
  return holdsLongNumber(text) ? json.parse(text, (_, value, { source }) => exact(value, source)) : JSON.parse(text);
}

export function isExactNumber(value: unknown): value is ExactNumber {
  return typeof value === 'object' && value !== null && 'rawJSON' in value && json.isRawJSON(value);
}

/** The number in a text, with all its digits. Throws SyntaxError for a text that is no number of JSON. */
export function numberOf(text: string): unknown {
  const [number] = parseExact(`[${text}]`) as readonly unknown[];
  if (typeof number === 'number' || isExactNumber(number)) return number;
  throw new SyntaxError(`${text} is no number`);
}

/** The text of a key, such as an id: a number keeps its digits. Empty for a value that is no key. */
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

/** Beyond 1e300, or that close to 0, a JavaScript number may not hold even a number of few digits. */
const LARGE_EXPONENT = /\d[eE][+-]?\d{3}/g;

/** The distance between the characters that are looked at first: a long number covers two of them. */
const STRIDE = 8;

/** Whether there may be a number that JavaScript cannot hold. Digits within a word, such as an id, are none. */
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

/** In JSON a number follows a colon, a comma, a bracket or a space, perhaps with a sign between. */
function beginsNumber(text: string, first: number): boolean {
  const before = text[first - 1] === '-' ? first - 2 : first - 1;
  return before < 0 || ':,[ \n\r\t'.includes(text[before] ?? '');
}

/** A digit, or the point between two. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 46;
}
