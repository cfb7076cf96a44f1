/** The result of a benchmark: a table for people, and one line of JSON with the date, the machine and the command. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './sandbox.ts';
import { type Row, table } from './table.ts';

export type { Row } from './table.ts';

export interface Result {
  readonly bench: string;
  readonly date: string;
  readonly machine: string;
  /** Repeats the benchmark. */
  readonly command: string;
  readonly rows: readonly Row[];
}

/** Where BENCH_SAVE is set, each result is kept as a file named for its benchmark; bench/docs.ts shows them. */
export const RESULTS = join(ROOT, 'bench/results');

/** `bench`: the name of the npm script, such as "bench:memory". Every row has the same columns. */
export function report(bench: string, rows: readonly Row[]): void {
  const command = ['npm', 'run', bench, ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ');
  const result: Result = { bench, date: new Date().toISOString().slice(0, 10), machine: machine(), command, rows };
  console.log(`${table(rows)}\n${JSON.stringify(result)}`);
  if (process.env.BENCH_SAVE) save(result);
}

function save(result: Result): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${result.bench.replace('bench:', '')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** With the load, since a machine that is busy with other work measures longer times. */
function machine(): string {
  const load = loadavg()[1]?.toFixed(1);
  return `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}, load ${load}`;
}
