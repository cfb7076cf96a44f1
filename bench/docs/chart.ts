/** A chart of one figure against another, as a group of SVG elements. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  /** What the chart shows and in which unit: it stands above the vertical axis. */
  readonly title: string;
  /** The name of the horizontal axis. */
  readonly across: string;
  readonly points: readonly Point[];
}

export const CHART = { width: 400, height: 240 } as const;

/** The space beside the plot, for titles and the labels of the axes. */
const MARGIN = { left: 58, right: 32, top: 34, bottom: 46 } as const;
const PLOT = {
  right: CHART.width - MARGIN.right,
  bottom: CHART.height - MARGIN.bottom,
  width: CHART.width - MARGIN.left - MARGIN.right,
  height: CHART.height - MARGIN.top - MARGIN.bottom,
} as const;

/** Both axes begin at zero. `left` and `top`: where the chart stands in the picture. */
export function chart({ title, across, points }: Chart, left: number, top: number): string {
  const columns = ticks(Math.max(...points.map(({ x }) => x)));
  const lines = ticks(Math.max(...points.map(({ y }) => y)));
  const xOf = (value: number) => round(MARGIN.left + (value / last(columns)) * PLOT.width);
  const yOf = (value: number) => round(PLOT.bottom - (value / last(lines)) * PLOT.height);
  const path = points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`).join(' ');
  return [
    `<g transform="translate(${left} ${top})">`,
    `<text class="title" x="${MARGIN.left}" y="20">${title}</text>`,
    ...lines.flatMap((value) => [
      `<line class="grid" x1="${MARGIN.left}" y1="${yOf(value)}" x2="${PLOT.right}" y2="${yOf(value)}"/>`,
      `<text x="${MARGIN.left - 8}" y="${yOf(value) + 4}" text-anchor="end">${shown(value)}</text>`,
    ]),
    ...columns.map(
      (value) => `<text x="${xOf(value)}" y="${PLOT.bottom + 18}" text-anchor="middle">${shown(value)}</text>`,
    ),
    `<text x="${MARGIN.left + PLOT.width / 2}" y="${CHART.height - 8}" text-anchor="middle">${across}</text>`,
    `<polyline class="figure" points="${path}"/>`,
    ...points.map(({ x, y }) => `<circle class="figure" cx="${xOf(x)}" cy="${yOf(y)}" r="3"/>`),
    '</g>',
  ].join('\n');
}

/** Three to six round numbers from zero to `most` or just above. */
export function ticks(most: number): readonly number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? 1;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
