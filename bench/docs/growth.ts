/** The picture of docs/performance.md: how time, CPU, memory and calls grow with the number of conversations. */
import type { Row } from '../harness/table.ts';
import { CHART, chart } from './chart.ts';

const FIGURES: readonly { readonly title: string; readonly of: (row: Row) => number }[] = [
  { title: 'Time (seconds)', of: (row) => Number(row.seconds) },
  { title: 'CPU (seconds)', of: (row) => (Number(row['CPU ms a record']) * Number(row.conversations)) / 1000 },
  { title: 'Peak memory (MB)', of: (row) => Number(row['peak MB']) },
  { title: 'Calls', of: (row) => Number(row.calls) },
];

/** The colours are readable on white and, where the reader's system is dark, on black. */
const STYLE = `text{font:12px system-ui,sans-serif;fill:#59636e}.title{font-weight:600;fill:#1f2328}
.grid{stroke:#d1d9e0}.figure{stroke:#0969da;stroke-width:2;fill:none}circle.figure{fill:#0969da}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.grid{stroke:#3d444d}
.figure{stroke:#4493f8}circle.figure{fill:#4493f8}}`;

/** An SVG of small charts, two in a line. `rows`: those of bench:memory. */
export function growth(rows: readonly Row[]): string {
  const sorted = rows.toSorted((a, b) => Number(a.conversations) - Number(b.conversations));
  const charts = FIGURES.map(({ title, of }, at) =>
    chart(
      { title, across: 'conversations', points: sorted.map((row) => ({ x: Number(row.conversations), y: of(row) })) },
      (at % 2) * CHART.width,
      Math.floor(at / 2) * CHART.height,
    ),
  );
  const [width, height] = [2 * CHART.width, Math.ceil(FIGURES.length / 2) * CHART.height];
  const label = 'Time, CPU, memory and calls by the number of conversations';
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`;
  return [open, `<style>${STYLE}</style>`, ...charts, '</svg>', ''].join('\n');
}
