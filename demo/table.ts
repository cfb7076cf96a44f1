/** Lays rows out as a table of text. */

type Row = Readonly<Record<string, unknown>>;

/** Columns in the order of the first row's fields; numbers to the right. An empty list is an empty text. */
export function table(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const columns = Object.keys(first).map((name) => {
    const cells = rows.map((row) => String(row[name] ?? ''));
    const width = Math.max(name.length, ...cells.map((cell) => cell.length));
    const right = rows.every((row) => typeof row[name] === 'number' || /^[\d.,]+$/.test(String(row[name])));
    const pad = (text: string) => (right ? text.padStart(width) : text.padEnd(width));
    return { head: pad(name), line: '-'.repeat(width), cells: cells.map(pad) };
  });
  const line = (pick: (column: (typeof columns)[number]) => string) => `  ${columns.map(pick).join('  ').trimEnd()}`;
  return [
    line(({ head }) => head),
    line((column) => column.line),
    ...rows.map((_, index) => line(({ cells }) => cells[index] ?? '')),
  ].join('\n');
}
