/** The result of a benchmark: a table for people, and one line of JSON with the date and the machine. */
import { cpus, totalmem } from 'node:os';

export type Row = Readonly<Record<string, string | number>>;

/** `bench`: the name of the npm script, such as "bench:memory". Every row has the same columns. */
export function report(bench: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => text(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`;
  console.log([lines[0], rule, ...lines.slice(1)].join('\n'));
  console.log(JSON.stringify({ bench, date: new Date().toISOString().slice(0, 10), machine: machine(), rows }));
}

function text(value: string | number | undefined): string {
  return typeof value === 'number'
    ? value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 9 })
    : String(value);
}

function machine(): string {
  return `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`;
}
