/** Writes the result of a benchmark into a page, between the markers that carry its name. */
import type { Result } from '../harness/report.ts';
import { table } from '../harness/table.ts';

/** A benchmark without markers gets a chapter of its own at the end. */
export function fill(page: string, result: Result): string {
  const { bench } = result;
  const [open, close] = [`<!-- ${bench}: made by \`npm run bench:docs\` -->`, `<!-- /${bench} -->`];
  const marked = page.includes(open) ? page : `${page.trimEnd()}\n\n## ${bench}\n\n${open}\n${close}\n`;
  const [before = '', rest = ''] = marked.split(open);
  return `${before}${open}\n${shown(result)}\n${rest.slice(rest.indexOf(close))}`;
}

function shown({ date, machine, command, rows }: Result): string {
  return `Measured on ${date} (${machine}). To repeat it: \`${command}\`\n\n${table(rows)}`;
}
