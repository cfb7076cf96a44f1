/**
 * Writes the results of the benchmarks, as BENCH_SAVE=1 keeps them in bench/results/, into docs/performance.md, and draws
 * docs/performance.svg from those of bench:memory.
 * `npm run bench:docs`; with `--check` it only says whether both are current, and ends with exit code 1 when not.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './docs/fill.ts';
import { growth } from './docs/growth.ts';
import { RESULTS, type Result } from './harness/report.ts';
import { ROOT } from './harness/sandbox.ts';

const PAGE = join(ROOT, 'docs/performance.md');
const PICTURE = join(ROOT, 'docs/performance.svg');

const names = readdirSync(RESULTS).filter((name) => name.endsWith('.json'));
const results = names.sort().map((name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Result);
const wanted = new Map([[PAGE, results.reduce(fill, readFileSync(PAGE, 'utf8'))]]);
const memory = results.find(({ bench }) => bench === 'bench:memory');
if (memory) wanted.set(PICTURE, growth(memory.rows));

for (const [file, text] of wanted) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not current: run \`npm run bench:docs\`.`);
    process.exitCode = 1;
  }
}
