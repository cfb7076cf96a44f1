/**
 * Measures how long `source-intercom spec` takes, since platforms ask for the spec often: the median of many runs, from the
 * checkout, and from the bundle where `npm run bundle` made one.
 * `npm run bench:start [-- --runs 20]`; exit code 1 where a median is above the limit.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Figures, measure, median } from './harness/process.ts';
import { type Row, report } from './harness/report.ts';
import { ROOT } from './harness/sandbox.ts';

const LIMIT_MS = 150;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });
const places = ['bin/source-intercom', 'bundle/bin/source-intercom'].filter((path) => existsSync(ROOT + path));
const rows: Row[] = [];
for (const place of places) rows.push(await measureStart(place));
report('bench:start', rows);
if (rows.some((row) => Number(row['wall ms']) > LIMIT_MS)) throw new Error(`A start takes more than ${LIMIT_MS} ms.`);

async function measureStart(place: string): Promise<Row> {
  const spec = () => measure({ command: ROOT + place, args: ['spec'] });
  await spec();
  const figures: Figures[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) figures.push(await spec());
  const of = (figure: keyof Figures) => median(figures.map((each) => each[figure]));
  return {
    program: place,
    'wall ms': of('seconds') * 1000,
    'CPU ms': of('cpuSeconds') * 1000,
    'peak MB': of('peakMb'),
  };
}
