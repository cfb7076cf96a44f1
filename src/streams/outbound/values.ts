/** Reads the values of an exported CSV file, whose types only the names of the columns tell. */

/** The value of a column; null for the empty text and for -1, which both stand for nothing. */
export function typedValue(column: string, text: string): unknown {
  if (text === '' || text === '-1') return null;
  if (/^first_|_at$/.test(column)) return timeIn(text) ?? text;
  if (/_(total|unique)$|^times_/.test(column)) return wholeIn(text) ?? text;
  if (/_rate$/.test(column)) return numberIn(text) ?? text;
  return text;
}

/** A time of the calendar in UTC, where it names no other zone. */
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:(Z|UTC)|([+-]\d{2}):?(\d{2}))?$/i;

/** Epoch seconds; undefined for a text that is no time. Documented as a number, and seen as text. */
export function timeIn(text: string): number | undefined {
  const seconds = wholeIn(text);
  if (seconds !== undefined) return seconds;
  const [, day, time, , hours, minutes] = TIME.exec(text) ?? [];
  const milliseconds = Date.parse(`${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

function wholeIn(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
