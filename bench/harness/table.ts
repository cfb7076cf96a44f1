/** A table in Markdown, which is readable as text as well. */

export type Row = Readonly<Record<string, string | number>>;

/** Every row has the same columns. */
export function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => cellText(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellText(value: string | number | undefined): string {
  return typeof value === 'number'
    ? value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 9 })
    : String(value);
}
