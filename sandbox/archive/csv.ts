/** Writes rows as CSV (RFC 4180), with a byte order mark, since files made for Excel have one. */

export type Line = readonly string[];

const CHUNK = 64 * 1024;

/** In chunks of some size, so that a large file is never in memory as a whole. */
export function* csv(lines: Iterable<Line>): Generator<Buffer> {
  let text = '\ufeff';
  for (const line of lines) {
    text += `${line.map(field).join(',')}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function field(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
